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
     * @param tender where the dates of tendering stand now, where offers had been asked for
     */
    record RoundResumed(RoundStatus to, Instant suspendedAt, Instant collectingEndsAtBefore, Instant collectingEndsAt,
            Optional<Instant> gapEndsAtBefore, Optional<Instant> gapEndsAt, Optional<TenderResumed> tender, String reason) implements RoundEvent {

        RoundResumed with(TenderResumed moved) {
            return new RoundResumed(to, suspendedAt, collectingEndsAtBefore, collectingEndsAt, gapEndsAtBefore, gapEndsAt, Optional.of(moved), reason);
        }
    }

    /** @param publicityEndsAt until when the award is publicised now, where it is */
    record TenderResumed(Instant offersDueAtBefore, Instant offersDueAt, Instant opensAt, Optional<Instant> publicityEndsAt) {}

    record RoundCancelled(String reason) implements RoundEvent {}

    /** What happens from the asking for offers to the award. */
    sealed interface Tendered extends RoundEvent {}

    /** @param number of this call for offers within the round, from 1 */
    record RoundTendered(int number, TenderTerms terms) implements Tendered {}

    /**
     * Those whose offers were opened may quote once more (二次报价), sealed like the first time.
     *
     * @param number of this call for offers
     * @param firstCall whose opened offers stand for whoever gives no second one
     */
    record SecondQuoteCalled(int number, int firstCall, TenderTerms terms, String reason) implements Tendered {}

    record OffersDueMoved(Instant from, Instant offersDueAt, Instant opensAt, String reason) implements Tendered {}

    record TenderClosed(Instant dueAt) implements Tendered {}

    /** @param lotsNotOpened lots that had too few offers; their sections stay sealed for ever */
    record OffersOpened(List<UUID> lotsNotOpened) implements Tendered {}

    /** Too few offers: nothing was opened. Says which call it was, not how many there were. */
    record TenderFailed(int number, String reason) implements Tendered {}

    record OffersEvaluated(List<Assessor> panel) implements Tendered {}

    /** One of the panel (评审小组) or committee (评标委员会). */
    record Assessor(String name, String organisation, boolean expert) {}

    /** @param yearsNotLoaded years for which only weekends could be counted */
    record AwardPublicised(Round.Publicity notice, List<Integer> yearsNotLoaded) implements Tendered {}

    /** Every lot in neither list fails. */
    record AwardFinalised(UUID by, List<UUID> lotsAwarded, List<UUID> lotsPartlyAwarded) implements Tendered {}

    record AwardRevoked(RoundStatus from, String reason) implements Tendered {}

    /** What happens of what was awarded. */
    sealed interface CarriedOut extends Tendered {}

    /** The first contract by which goods are delivered took effect: what was awarded is carried out. */
    record ExecutionBegan() implements CarriedOut {}

    /** All that is to be delivered of these lots was. */
    record LotsCompleted(List<UUID> lotIds) implements CarriedOut {}

    /** Settled and paid. */
    record RoundSettled() implements CarriedOut {}

    record RoundFailed(String reason) implements Tendered {}
}
