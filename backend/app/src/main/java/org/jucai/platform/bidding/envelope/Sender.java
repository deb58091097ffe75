package org.jucai.platform.bidding.envelope;

/**
 * Whose envelope, and the how-manieth of the round.
 *
 * @param version 1, or one more than the envelope it replaces
 */
public record Sender(String supplier, long version) {}
