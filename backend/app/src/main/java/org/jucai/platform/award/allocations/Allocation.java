package org.jucai.platform.award.allocations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a demand line got of an award.
 *
 * @param number the version of the award
 * @param total delivered, tax and fee included
 * @param silenceConfirmsAt from this instant on no objection is taken, confirmed already or not
 * @param bySilence whether nobody said anything
 */
public record Allocation(
        UUID id,
        UUID roundId,
        int number,
        UUID associationId,
        UUID enterpriseId,
        UUID lineId,
        UUID lotId,
        Status status,
        long version,
        Kilograms mass,
        Fen total,
        Statement statement,
        Instant computedAt,
        Instant silenceConfirmsAt,
        Optional<Instant> confirmedAt,
        boolean bySilence,
        Optional<Objection> objection) {

    /** Where it stands. Short delivery and swaps come with contracts. */
    public enum Status { COMPUTED, CONFIRMED, OBJECTED, REVOKED }

    /** The member's grounds and the association's answer. @param upheld whether it was; empty while nobody answered */
    public record Objection(String grounds, Instant at, Optional<String> answer, Optional<Boolean> upheld, Optional<Instant> answeredAt) {}

    /** The stream of its events. */
    static final String STREAM = "allocation";

    Allocation confirmed(Instant at, boolean silently) {
        return new Allocation(id, roundId, number, associationId, enterpriseId, lineId, lotId, Status.CONFIRMED, version + 1, mass, total, statement, computedAt,
                silenceConfirmsAt, Optional.of(at), silently, objection);
    }

    Allocation objected(String grounds, Instant at) {
        return with(Status.OBJECTED, new Objection(grounds, at, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Allocation answered(Objection answer) {
        return with(status, answer);
    }

    private Allocation with(Status next, Objection said) {
        return new Allocation(id, roundId, number, associationId, enterpriseId, lineId, lotId, next, version + 1, mass, total, statement, computedAt,
                silenceConfirmsAt, confirmedAt, bySilence, Optional.of(said));
    }
}
