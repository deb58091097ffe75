package org.jucai.platform.award.solving;

import org.jspecify.annotations.Nullable;

/** A business rule of a round; what each demands is written in the note on the award's documents. None knows a place of registration. */
public sealed interface Rule {

    /** Unique in its problem. */
    String id();

    /** What a share is taken of. */
    enum Of {
        LOT,
        ROUND
    }

    /** Not more suppliers in the round. */
    record MaxSuppliers(String id, int count) implements Rule {}

    /** Not fewer suppliers in the round. */
    record MinSuppliers(String id, int count) implements Rule {}

    /** Not more suppliers in a lot. @param lot or in each */
    record MaxSuppliersPerLot(String id, int count, @Nullable String lot) implements Rule {}

    /** Not fewer suppliers in a lot that is served. @param lot or in each */
    record MinSuppliersPerLot(String id, int count, @Nullable String lot) implements Rule {}

    /** No supplier has more of each lot, or of the round, than this share in basis points. */
    record MaxSupplierShare(String id, long shareBp, Of of) implements Rule {}

    /** No group of connected suppliers has more of each lot, or of the round, than this share in basis points. */
    record MaxGroupShare(String id, long shareBp, Of of) implements Rule {}

    /** Small suppliers together have at least this share of the round, in basis points. */
    record MinSmallShare(String id, long shareBp) implements Rule {}

    /** This supplier has nothing of this lot. */
    record ExcludedPair(String id, String supplier, String lot) implements Rule {}

    /** What is bought guarantees this attribute. @param lot or for each */
    record Quality(String id, String attribute, @Nullable Long atLeastPpm, @Nullable Long atMostPpm, @Nullable String lot) implements Rule {

        boolean forbids(AwardProblem.Bid bid) {
            if (lot != null && !lot.equals(bid.lot())) return false;
            Long value = bid.attributesPpm().get(attribute);
            return value == null || atLeastPpm != null && value < atLeastPpm || atMostPpm != null && value > atMostPpm;
        }
    }
}
