package org.jucai.platform.bidding.trustees;

/** Where a trustee's key stands. {@link #ENDED} is never left. */
public enum KeyStatus {
    /** Registered; its trustee has not yet shown that it holds the private half. */
    PENDING,
    IN_FORCE,
    ENDED
}
