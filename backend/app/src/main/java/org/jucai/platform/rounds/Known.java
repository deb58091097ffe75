package org.jucai.platform.rounds;

import java.util.Set;
import org.jucai.platform.kernel.WorkingDays;

/** What the catalogue knows that a round is decided by: codes of grades, and which days are worked. */
record Known(Set<String> grades, WorkingDays days) {

    Known {
        grades = Set.copyOf(grades);
    }
}
