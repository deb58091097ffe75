package org.jucai.platform.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another spelling of a grade.
 *
 * @param spelling as it was entered; forms that differ only in width, case, spaces and dashes are the same
 * @param meaning what it stands for
 */
public record GradeAlias(UUID id, String spelling, Meaning meaning, long version) {

    /**
     * @param doubt why a person must confirm it; null where it is applied without asking
     */
    public record Meaning(GradeCode code, @Nullable Doubt doubt) {

        public boolean isExact() {
            return doubt == null;
        }
    }

    /** Why a spelling must be confirmed. */
    public enum Doubt {
        /** A class of an older standard that several grades fit. */
        OLD_CLASS,
        /** The A or B is missing. */
        SUBGRADE_MISSING,
        /** A trade name that says nothing of the class. */
        TRADE_NAME,
        /** Only the figure is given. */
        NUMBER_ONLY
    }
}
