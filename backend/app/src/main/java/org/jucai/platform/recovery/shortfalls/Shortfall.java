package org.jucai.platform.recovery.shortfalls;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * 短交: less comes of one supplier's part of a lot than was contracted.
 *
 * @param code what people call it by
 * @param entitled by the contracts, with what members passed on to each other
 * @param comes in all: what came, what is on its way and what is still to come
 * @param division how it was divided, once it was
 */
public record Shortfall(UUID id, String code, Of of, Stated stated, Kilograms entitled, Kilograms comes, Status status, Optional<Ended> ended, Optional<Division> division, long version) {

    /** The stream of its events. */
    static final String STREAM = "shortfall";

    /** Where it stands. */
    public enum Status {
        /** Nothing more is called off until it ends. */
        STATED,
        /** What comes was divided: the shares are adjusted. */
        DIVIDED,
        /** The finance group insists on what was agreed 要求继续履行. */
        INSISTED,
        /** More comes after all, or it was stated by mistake. */
        WITHDRAWN
    }

    /** What may be done with it. */
    public enum Act { DIVIDE, INSIST, WITHDRAW }

    /** Whose part of which lot. */
    public record Of(UUID roundId, String roundCode, UUID associationId, UUID groupId, UUID sellerId, UUID lotId, String lotCode, String grade) {}

    /** @param partyId the supplier, or the finance group that found it */
    public record Stated(UUID partyId, UUID personId, Instant at, String reason) {}

    public record Ended(UUID partyId, UUID personId, Instant at, String words) {}

    Shortfall ended(Status status, Ended ended, Optional<Division> division) {
        return new Shortfall(id, code, of, stated, entitled, comes, status, Optional.of(ended), division, version + 1);
    }
}
