package org.jucai.platform.bidding.envelope;

/**
 * A trustee that did not say what was sealed to it.
 *
 * @param trustee number in the envelope's head, from 1
 */
public record WrongShare(int trustee, Lie lie) {

    /** What it said instead. */
    public enum Lie {
        /** Released other bytes. */
        RELEASED_ANOTHER,
        /** Said that it does not open, and it does. */
        SAID_IT_DOES_NOT_OPEN
    }
}
