package org.jucai.platform.award.allocations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param adjustments since it was confirmed, first to last: the share is what the last one says
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
        Optional<Objection> objection,
        List<Adjustment> adjustments) {

    /** More than any lot is divided or swapped in its life. */
    static final int MOST_ADJUSTMENTS = 200;

    /** Where it stands. */
    public enum Status { COMPUTED, CONFIRMED, OBJECTED, ADJUSTED, REVOKED }

    /** The member's grounds and the association's answer. @param upheld whether it was; empty while nobody answered */
    public record Objection(String grounds, Instant at, Optional<String> answer, Optional<Boolean> upheld, Optional<Instant> answeredAt) {}

    /** The stream of its events. */
    static final String STREAM = "allocation";

    public Allocation {
        adjustments = List.copyOf(adjustments);
    }

    /** The share by now. */
    public Kilograms share() {
        return adjustments.isEmpty() ? mass : new Kilograms(adjustments.getLast().afterKg());
    }

    /** What is paid for it, delivered, tax and fee included. */
    public Fen costs() {
        return adjustments.isEmpty() ? total : new Fen(adjustments.getLast().afterFen());
    }

    Allocation adjusted(Adjustment more) {
        List<Adjustment> all = new ArrayList<>(adjustments);
        all.add(more);
        return new Allocation(id, roundId, number, associationId, enterpriseId, lineId, lotId, Status.ADJUSTED, version + 1, mass, total, statement, computedAt, silenceConfirmsAt,
                confirmedAt, bySilence, objection, all);
    }

    Allocation confirmed(Instant at, boolean silently) {
        return new Allocation(id, roundId, number, associationId, enterpriseId, lineId, lotId, Status.CONFIRMED, version + 1, mass, total, statement, computedAt,
                silenceConfirmsAt, Optional.of(at), silently, objection, adjustments);
    }

    Allocation objected(String grounds, Instant at) {
        return with(Status.OBJECTED, new Objection(grounds, at, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Allocation answered(Objection answer) {
        return with(status, answer);
    }

    private Allocation with(Status next, Objection said) {
        return new Allocation(id, roundId, number, associationId, enterpriseId, lineId, lotId, next, version + 1, mass, total, statement, computedAt,
                silenceConfirmsAt, confirmedAt, bySilence, Optional.of(said), adjustments);
    }
}
