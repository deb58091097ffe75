package org.jucai.platform.bidding.envelopes;

import java.util.UUID;

/** What happened to a supplier's envelope. Only the supplier reads it; it belongs to no round's history, where it could be counted. */
public sealed interface BidEvent {

    record EnvelopeSealed(UUID roundId, int call, long envelopeVersion, String sha256) implements BidEvent {}

    record EnvelopeWithdrawn(UUID roundId, int call, long envelopeVersion, String sha256) implements BidEvent {}
}
