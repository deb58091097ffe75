package org.jucai.platform.bidding.envelopes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.SealingTerms;

/**
 * What the offers of one call are sealed to, fixed when the round was tendered.
 *
 * @param keyIds the three trustees' keys, in their order; {@code parties} whose they are
 */
public record Seal(UUID roundId, int call, UUID associationId, SealingTerms terms, List<UUID> keyIds, List<UUID> parties, Instant sealedAt, Optional<Instant> openedAt) {

    public Seal {
        keyIds = List.copyOf(keyIds);
        parties = List.copyOf(parties);
    }

    /** As an envelope names the round: each call has a name of its own, so that no envelope serves twice. */
    static String nameOf(UUID round, int call) {
        return round + ":" + call;
    }

    /** The number of a trustee in this round's envelopes, from 1. */
    public Optional<Integer> numberOf(UUID party) {
        int at = parties.indexOf(party);
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }
}
