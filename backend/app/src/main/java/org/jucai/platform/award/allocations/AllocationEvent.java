package org.jucai.platform.award.allocations;

import java.time.Instant;
import java.util.UUID;

/** What happened to an allocation. */
sealed interface AllocationEvent {

    record AllocationComputed(int number, UUID lineId, long massKg, long totalFen, Instant silenceConfirmsAt) implements AllocationEvent {}

    record AllocationConfirmed() implements AllocationEvent {}

    /** @param dueAt when the term ended; later than the event's own time by as much as it was caught up */
    record AllocationConfirmedBySilence(Instant dueAt) implements AllocationEvent {}

    record AllocationObjectedTo(String grounds) implements AllocationEvent {}

    record AllocationObjectionAnswered(boolean upheld, String reasons) implements AllocationEvent {}

    /** @param causeCode of the shortfall or the swap */
    record AllocationAdjusted(Adjustment.Cause cause, String causeCode, long beforeKg, long massKg, long totalFen) implements AllocationEvent {}

    record AllocationRevoked(int number) implements AllocationEvent {}
}
