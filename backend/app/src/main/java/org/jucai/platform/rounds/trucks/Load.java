package org.jucai.platform.rounds.trucks;

import java.time.LocalDate;
import org.jucai.platform.kernel.Kilograms;

/** Something that stays whole on one truck and may travel with others. */
public interface Load {

    /** Decides between loads of one mass; no two have the same. */
    String key();

    /** Whose it is. */
    String owner();

    /** First day that suits it. */
    LocalDate from();

    /** Last day that suits it. */
    LocalDate to();

    Kilograms mass();
}
