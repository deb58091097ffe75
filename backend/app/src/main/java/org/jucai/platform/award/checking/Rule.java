package org.jucai.platform.award.checking;

import org.jspecify.annotations.Nullable;

/** A rule of the round. Places are those of the problem's lists. */
sealed interface Rule {

    String id();

    /** The name in the document. */
    enum Kind {
        MAX_SUPPLIERS, MIN_SUPPLIERS, MAX_SUPPLIERS_PER_LOT, MIN_SUPPLIERS_PER_LOT, MAX_SUPPLIER_SHARE, MAX_GROUP_SHARE,
        MIN_SMALL_SHARE, EXCLUDED_PAIR, QUALITY
    }

    enum Of { LOT, ROUND }

    record Suppliers(String id, boolean most, int count) implements Rule {}

    /** @param lot absent: each lot */
    record SuppliersPerLot(String id, boolean most, int count, @Nullable Integer lot) implements Rule {}

    record Share(String id, boolean ofGroup, int shareBp, Of of) implements Rule {}

    record SmallShare(String id, int shareBp) implements Rule {}

    record ExcludedPair(String id, int supplier, int lot) implements Rule {}

    /** @param lot absent: each lot */
    record Quality(String id, String attribute, @Nullable Long atLeastPpm, @Nullable Long atMostPpm, @Nullable Integer lot) implements Rule {

        boolean takes(@Nullable Long ppm) {
            return ppm != null && (atLeastPpm == null || ppm >= atLeastPpm) && (atMostPpm == null || ppm <= atMostPpm);
        }
    }
}
