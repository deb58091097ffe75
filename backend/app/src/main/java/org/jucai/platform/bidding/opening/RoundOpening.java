package org.jucai.platform.bidding.opening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The opening of a call's offers, once it has begun. */
public record RoundOpening(UUID roundId, int call, UUID associationId, OpeningPhase phase, long version, Instant beganAt, Optional<Instant> endedAt) {

    /** The stream of its steps. */
    static final String STREAM = "opening";

    UUID stream() {
        return named("opening of " + roundId + ":" + call);
    }

    static UUID named(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
