package org.jucai.platform.membership;

/** A paper that has run out or soon will, and whose it is. */
public record EvidenceExpiry(PartyName party, Evidence paper) {}
