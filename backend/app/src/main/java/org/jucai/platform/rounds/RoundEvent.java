package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to a round. {@code dueAt}: when the deadline stood, for what the clock did; later than the event's own
 * time by as much as it was caught up.
 */
public sealed interface RoundEvent {

    record RoundDrafted(RoundTerms terms) implements RoundEvent {}

    record RoundEdited(RoundTerms terms) implements RoundEvent {}

    record RoundAnnounced() implements RoundEvent {}

    record CollectingOpened(Optional<String> reason, Optional<Instant> dueAt) implements RoundEvent {}

    record CollectingEndMoved(Instant from, Instant collectingEndsAt, String reason) implements RoundEvent {}

    record RoundLocked(Optional<String> reason, Optional<Instant> dueAt) implements RoundEvent {}

    record RoundPooled() implements RoundEvent {}

    record RoundReopened(Instant endsAt, List<UUID> lotIds, String reason) implements RoundEvent {}

    record GapClosed(Instant dueAt) implements RoundEvent {}

    record RoundFrozen() implements RoundEvent {}

    record RoundSuspended(RoundStatus from, String reason) implements RoundEvent {}

    /**
     * No deadline falls due while a round is suspended. Back in collecting or before it, the end is the one named in the command;
     * back in an open fill-the-gap phase, its end is later by as long as the round was suspended.
     *
     * @param suspendedAt since when the round stood still
     * @param collectingEndsAtBefore where the end of collecting stood when it was suspended
     * @param gapEndsAt until when the gap is filled now, where one was being filled
     */
    record RoundResumed(RoundStatus to, Instant suspendedAt, Instant collectingEndsAtBefore, Instant collectingEndsAt,
            Optional<Instant> gapEndsAtBefore, Optional<Instant> gapEndsAt, String reason) implements RoundEvent {}

    record RoundCancelled(String reason) implements RoundEvent {}
}
