package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be asked of a round. {@code byClock}: the deadline itself asks, no person. */
public sealed interface RoundCommand {

    record Edit(RoundTerms terms) implements RoundCommand {}

    record Announce() implements RoundCommand {}

    record Open(Optional<String> reason, boolean byClock) implements RoundCommand {}

    record Extend(Instant collectingEndsAt, String reason) implements RoundCommand {}

    record Lock(Optional<String> reason, boolean byClock) implements RoundCommand {}

    record Pool() implements RoundCommand {}

    record Reopen(Instant endsAt, List<UUID> lotIds, String reason) implements RoundCommand {}

    record CloseGap() implements RoundCommand {}

    record Freeze() implements RoundCommand {}

    record Suspend(String reason) implements RoundCommand {}

    record Resume(NewDates dates, String reason) implements RoundCommand {}

    /** Dates that a suspended round goes on with; what is left out stays as it was. */
    record NewDates(Optional<Instant> collectingEndsAt, Optional<Instant> offersDueAt, Optional<Instant> opensAt) {}

    record Cancel(String reason) implements RoundCommand {}

    /** What is asked from the asking for offers to the award. */
    sealed interface OfTender extends RoundCommand {}

    record Tender(TenderTerms terms) implements OfTender {}

    /** @param opensAt as far behind the deadline as the first time where it is not said */
    record CallSecondQuote(Instant offersDueAt, Optional<Instant> opensAt, String reason) implements OfTender {}

    record Postpone(Instant offersDueAt, String reason) implements OfTender {}

    record Close() implements OfTender {}

    /** The trustees opened what had enough offers. */
    record Opened(List<UUID> lotsNotOpened) implements OfTender {}

    /** Too few offers: nothing is opened. */
    record CallFailed(String reason) implements OfTender {}

    record Evaluate(List<RoundEvent.Assessor> panel) implements OfTender {}

    record Publicise(UUID by) implements OfTender {}

    /** @param lotsAwarded and {@code lotsPartlyAwarded}: what the award serves; asked of the award before it is decided */
    record Finalise(UUID by, List<UUID> lotsAwarded, List<UUID> lotsPartlyAwarded) implements OfTender {}

    record Revoke(String reason) implements OfTender {}

    /** The first contract by which goods are delivered took effect. */
    record Execute() implements OfTender {}

    /** Nothing more is to be delivered of these lots. */
    record Complete(List<UUID> lotIds) implements OfTender {}

    /** All that was delivered is settled and paid, and every deposit is ended. */
    record Settle() implements OfTender {}

    record Fail(String reason) implements OfTender {}
}
