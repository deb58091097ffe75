package org.jucai.platform.award.allocations;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.kernel.Decision;

/** Decides what may become of an allocation (lifecycle: allocation). Each event carries the allocation as it is afterwards. Pure. */
final class AllocationRules {

    private AllocationRules() {}

    /** An allocation after what happened to it. */
    record Step(Allocation after, AllocationEvent event) {}

    /** Also by a member that objected and thinks better of it. */
    static Decision<Step> confirm(Allocation allocation, Instant now) {
        return switch (allocation.status()) {
            case COMPUTED, OBJECTED -> accept(new Step(allocation.confirmed(now, false), new AllocationEvent.AllocationConfirmed()));
            case CONFIRMED, ADJUSTED, REVOKED -> not(allocation);
        };
    }

    /** From the end of the term on silence has confirmed, whether the clock came by or not (law 5). */
    static Decision<Step> object(Allocation allocation, String grounds, Instant now) {
        boolean ended = !now.isBefore(allocation.silenceConfirmsAt());
        return switch (allocation.status()) {
            case COMPUTED -> ended ? refuse(AllocationRefusal.ALLOCATION_TERM_ENDED)
                    : accept(new Step(allocation.objected(grounds, now), new AllocationEvent.AllocationObjectedTo(grounds)));
            case CONFIRMED -> allocation.bySilence() ? refuse(AllocationRefusal.ALLOCATION_TERM_ENDED) : not(allocation);
            case OBJECTED, ADJUSTED, REVOKED -> not(allocation);
        };
    }

    /** Dismissed, it is confirmed as it was computed; upheld, it waits for the award to be computed anew. */
    static Decision<Step> answer(Allocation allocation, boolean upheld, String reasons, Instant now) {
        Optional<Allocation.Objection> open = allocation.objection().filter(said -> said.answer().isEmpty());
        if (allocation.status() != Allocation.Status.OBJECTED || open.isEmpty()) return not(allocation);
        Allocation.Objection answered = new Allocation.Objection(open.get().grounds(), open.get().at(), Optional.of(reasons), Optional.of(upheld), Optional.of(now));
        Allocation after = allocation.answered(answered);
        Allocation stands = upheld ? after : new Allocation(after.id(), after.roundId(), after.number(), after.associationId(), after.enterpriseId(), after.lineId(),
                after.lotId(), Allocation.Status.CONFIRMED, after.version(), after.mass(), after.total(), after.statement(), after.computedAt(),
                after.silenceConfirmsAt(), Optional.of(now), false, after.objection(), after.adjustments());
        return accept(new Step(stands, new AllocationEvent.AllocationObjectionAnswered(upheld, reasons)));
    }

    /** What was confirmed, or adjusted before, changes by what came or was swapped; from the share that stands. */
    static Decision<Step> adjust(Allocation allocation, Adjustment by) {
        return switch (allocation.status()) {
            case CONFIRMED, ADJUSTED -> by.beforeKg() != allocation.share().kg() ? refuse(AllocationRefusal.ALLOCATION_SHARE_CHANGED)
                    : allocation.adjustments().size() >= Allocation.MOST_ADJUSTMENTS ? not(allocation)
                    : accept(new Step(allocation.adjusted(by), new AllocationEvent.AllocationAdjusted(by.cause(), by.causeCode(), by.beforeKg(), by.afterKg(), by.afterFen())));
            case COMPUTED, OBJECTED, REVOKED -> not(allocation);
        };
    }

    private static Decision<Step> not(Allocation allocation) {
        return refuse(AllocationRefusal.ALLOCATION_STATE_DOES_NOT_ALLOW, Map.of("status", allocation.status()));
    }
}
