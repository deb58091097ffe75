package org.jucai.platform.bidding.bids;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What happened to opened offers; the association reads it. */
sealed interface BidEvent {

    /**
     * @param bidIds those that were not admitted before
     * @param supplierIds whose they are
     */
    record BidsAdmitted(int call, List<UUID> bidIds, Set<UUID> supplierIds, String reason) implements BidEvent {}

    record BidsRejected(int call, List<UUID> bidIds, Set<UUID> supplierIds, String reason) implements BidEvent {}

    /** @param bidIds every offer that stands otherwise than before */
    record BidsDecided(int call, List<UUID> bidIds, Set<UUID> supplierIds) implements BidEvent {}
}
