package org.jucai.platform.rounds.workbook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook is read against.
 *
 * @param today where "past" begins (Beijing date of the upload)
 * @param owner the enterprise that uploads its own demand, or null for the association; its rows need not name it, and rows
 *     that name another are rejected
 */
public record Setting(Lookup lookup, DeliveryPeriod period, LocalDate today, @Nullable Enterprise owner, Limits limits) {

    /** An upload by the association under the usual limits. */
    public static Setting of(Lookup lookup, DeliveryPeriod period, LocalDate today) {
        return new Setting(lookup, period, today, null, Limits.STANDARD);
    }

    public Setting ownedBy(Enterprise enterprise) {
        return new Setting(lookup, period, today, enterprise, limits);
    }
}
