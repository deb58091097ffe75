package org.jucai.platform.award.decisions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An objection (异议) to an award at public notice.
 *
 * @param number the version of the award it is to
 * @param lotId the lot it is about, where it is about one
 */
public record Objection(UUID id, UUID roundId, int number, UUID associationId, UUID partyId, UUID personId, Optional<UUID> lotId, String grounds, Status status,
        Instant receivedAt, Optional<String> answer, Optional<UUID> answeredBy, Optional<Instant> answeredAt, long version) {

    /** Where it stands; what was answered stays so. */
    public enum Status { OPEN, UPHELD, DISMISSED }

    static final String STREAM = "award-objection";

    Objection answered(boolean upheld, String reasons, UUID by, Instant at) {
        return new Objection(id, roundId, number, associationId, partyId, personId, lotId, grounds, upheld ? Status.UPHELD : Status.DISMISSED, receivedAt,
                Optional.of(reasons), Optional.of(by), Optional.of(at), version + 1);
    }
}
