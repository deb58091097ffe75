package org.jucai.platform.bidding.bids;

/** Why the section of an offer was not read, so that the offer is rejected as it is. */
public enum Unread {
    /** Its writer sealed different things to different trustees, or what nobody can open. */
    TWO_FACED,
    /** No two trustees' words fit it, and nobody showed who was wrong. */
    LEFT_SHUT
}
