package org.jucai.platform.bidding.offer;

/**
 * A fault and where it is.
 *
 * @param where JSON pointer into the document that was read (RFC 6901)
 */
public record Faulty(OfferFault fault, String where) {}
