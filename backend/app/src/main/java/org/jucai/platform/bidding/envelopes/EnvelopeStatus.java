package org.jucai.platform.bidding.envelopes;

/** Where an envelope stands before the opening. */
public enum EnvelopeStatus {
    /** The supplier's live envelope. */
    SEALED,
    REPLACED,
    WITHDRAWN
}
