package org.jucai.platform.bidding.envelopes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An envelope that was taken, without its content.
 *
 * @param call which call for offers of the round it belongs to
 * @param version 1 for the supplier's first envelope of the call
 * @param sha256 of its canonical form
 * @param receipt the server's word that it has it, as it was signed
 * @param withdrawal the server's word that it was withdrawn
 */
public record KeptEnvelope(
        UUID roundId,
        int call,
        UUID supplierId,
        long version,
        EnvelopeStatus status,
        String sha256,
        Instant receivedAt,
        String receipt,
        Optional<String> withdrawal) {

    KeptEnvelope withdrawn(String word) {
        return new KeptEnvelope(roundId, call, supplierId, version, EnvelopeStatus.WITHDRAWN, sha256, receivedAt, receipt, Optional.of(word));
    }
}
