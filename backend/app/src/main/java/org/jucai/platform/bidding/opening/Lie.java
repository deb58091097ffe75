package org.jucai.platform.bidding.opening;

import org.jucai.platform.bidding.envelope.WrongShare;

/**
 * A trustee that did not say what was sealed to it.
 *
 * @param trustee from 1
 * @param section in which it was shown; 0 is the header
 */
public record Lie(int trustee, int section, WrongShare.Lie lie) {}
