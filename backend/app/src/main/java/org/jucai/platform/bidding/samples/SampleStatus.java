package org.jucai.platform.bidding.samples;

/** Where a sample stands. */
public enum SampleStatus {
    SENT,
    /** Acknowledged by the association, or by the laboratory it was sent to. */
    RECEIVED,
    /** Registered in error, or it never left. */
    CANCELLED
}
