package org.jucai.platform.bidding.bids;

/** Where a supplier's offer for a lot stands after the opening (lifecycle: offer). */
public enum BidStatus {
    /** Nobody has judged it yet. */
    OPENED,
    ADMISSIBLE,
    /** 否决: cannot be taken as it stands, or was turned down with a reason. */
    REJECTED,
    WINNING,
    /** 备选: takes the place of a winner that fails. */
    RESERVE,
    LOSING,
    /** Its validity ended without an award. */
    EXPIRED
}
