package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.RoundStatus.ANNOUNCED;
import static org.jucai.platform.rounds.RoundStatus.COLLECTING;
import static org.jucai.platform.rounds.RoundStatus.DRAFT;
import static org.jucai.platform.rounds.RoundStatus.LOCKED;
import static org.jucai.platform.rounds.RoundStatus.POOLED;
import static org.jucai.platform.rounds.RoundStatus.SUSPENDED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

class RoundRulesTest {

    private static final Instant OPENS = Instant.parse("2027-03-22T02:00:00Z");
    private static final Instant ENDS = Instant.parse("2027-03-31T16:00:00Z");
    private static final Instant BETWEEN = Instant.parse("2027-03-25T02:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);
    private static final Known KNOWN = new Known(Set.of("GL-85A", "GL-80"), WorkingDays.WEEKENDS_ONLY);

    static RoundTerms terms(List<DateWindow> windows) {
        return new RoundTerms("联合采购", Profile.INQUIRY, RoundTerms.Mode.AGENCY, List.of("GL-85A"), OPENS, ENDS,
                new DateWindow(APRIL, APRIL.plusMonths(2).minusDays(1)), List.of(new RoundTerms.Zone("XM-A", "A")), windows,
                Kilograms.tonnes(500), Map.of(), List.of(), 5, 2_000, 2, 1);
    }

    private static Optional<Refusal> drafted(int anonymityK, int depositRateBp) {
        RoundTerms sound = terms(List.of());
        RoundTerms terms = new RoundTerms(sound.title(), sound.profile(), sound.mode(), sound.grades(), sound.collectingOpensAt(), sound.collectingEndsAt(),
                sound.deliveryPeriod(), sound.deliveryZones(), sound.deliveryWindows(), sound.viable(), sound.viableByGrade(), sound.volumeSteps(),
                anonymityK, depositRateBp, sound.minimumOffersPerLot(), sound.publicityWorkingDays());
        return RoundRules.draft(terms, KNOWN.grades()) instanceof Decision.Refused<RoundEvent>(var refusal, _) ? Optional.of(refusal) : Optional.empty();
    }

    @Test
    void anonymityIsAtLeastFiveAndTheDepositBetweenTenAndThirtyPercent() {
        assertThat(drafted(5, 1_000)).isEmpty();
        assertThat(drafted(5, 3_000)).isEmpty();
        assertThat(drafted(50, 2_000)).isEmpty();
        for (int k : new int[] {4, 1, 0, -5}) assertThat(drafted(k, 2_000)).as("k %d", k).contains(RoundRefusal.ROUND_ANONYMITY_OR_DEPOSIT_OUT_OF_BOUNDS);
        for (int rate : new int[] {999, 0, -2_000, 3_001, 10_000}) {
            assertThat(drafted(5, rate)).as("%d bp", rate).contains(RoundRefusal.ROUND_ANONYMITY_OR_DEPOSIT_OUT_OF_BOUNDS);
        }
    }

    static Round round(RoundStatus status) {
        return new Round(new UUID(0, 7), "R-2027-0001", new UUID(0, 8), status, OPENS, 3, terms(List.of()),
                status == SUSPENDED ? Optional.of(COLLECTING) : Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Map.of(ANNOUNCED, OPENS), tendering(status));
    }

    private static Round.Tendering tendering(RoundStatus status) {
        return status.compareTo(RoundStatus.TENDERING) >= 0 && status.compareTo(RoundStatus.SETTLED) <= 0 ? TenderRulesTest.ASKED : Round.Tendering.NONE;
    }

    private static RoundCommand.Resume resume(Instant end) {
        return new RoundCommand.Resume(new RoundCommand.NewDates(Optional.of(end), Optional.empty(), Optional.empty()), "继续");
    }

    private static Optional<Refusal> refused(Round round, RoundCommand command, Instant now) {
        return RoundRules.decide(round, command, now, KNOWN) instanceof Decision.Refused<RoundEvent>(var refusal, _)
                ? Optional.of(refusal) : Optional.empty();
    }

    @Test
    void eachCommandIsTakenInItsStatesAndInNoOther() {
        Map<RoundCommand, Set<RoundStatus>> table = Map.ofEntries(
                Map.entry(new RoundCommand.Edit(terms(List.of())), EnumSet.of(DRAFT)),
                Map.entry(new RoundCommand.Announce(), EnumSet.of(DRAFT)),
                Map.entry(new RoundCommand.Open(Optional.of("提前"), false), EnumSet.of(ANNOUNCED)),
                Map.entry(new RoundCommand.Extend(ENDS.plusSeconds(1), "延期"), EnumSet.of(ANNOUNCED, COLLECTING)),
                Map.entry(new RoundCommand.Lock(Optional.of("提前"), false), EnumSet.of(COLLECTING)),
                Map.entry(new RoundCommand.Pool(), EnumSet.of(LOCKED, POOLED)),
                Map.entry(new RoundCommand.Reopen(ENDS, List.of(), "补量"), EnumSet.of(POOLED)),
                Map.entry(new RoundCommand.CloseGap(), EnumSet.noneOf(RoundStatus.class)),
                Map.entry(new RoundCommand.Freeze(), EnumSet.of(POOLED)),
                Map.entry(new RoundCommand.Suspend("核查"), EnumSet.range(ANNOUNCED, RoundStatus.PUBLICISED)),
                Map.entry(resume(ENDS), EnumSet.of(SUSPENDED)),
                Map.entry(new RoundCommand.Cancel("终止"), EnumSet.complementOf(EnumSet.of(RoundStatus.AWARDED, RoundStatus.EXECUTING,
                        RoundStatus.SETTLED, RoundStatus.CANCELLED, RoundStatus.FAILED))));
        table.forEach((command, states) -> {
            for (RoundStatus status : RoundStatus.values()) {
                assertThat(refused(round(status), command, BETWEEN).isEmpty()).as("%s in %s", command, status).isEqualTo(states.contains(status));
            }
        });
    }

    @Test
    void demandIsTakenUntilTheLastMillisecondAndNotAtTheDeadlineItself() {
        assertThat(round(COLLECTING).takesDemandAt(ENDS.minusMillis(1))).isTrue();
        assertThat(round(COLLECTING).takesDemandAt(ENDS)).isFalse();
        assertThat(round(COLLECTING).isDueAt(ENDS.minusMillis(1))).isFalse();
        assertThat(round(COLLECTING).isDueAt(ENDS)).isTrue();
    }

    @Test
    void theClockMovesNothingBeforeItsTimeAndNeedsNoReasonAtIt() {
        RoundCommand open = new RoundCommand.Open(Optional.empty(), true);
        RoundCommand lock = new RoundCommand.Lock(Optional.empty(), true);
        assertThat(refused(round(ANNOUNCED), open, OPENS.minusMillis(1))).contains(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW);
        assertThat(refused(round(ANNOUNCED), open, OPENS)).isEmpty();
        assertThat(refused(round(COLLECTING), lock, ENDS.minusMillis(1))).contains(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW);
        assertThat(refused(round(COLLECTING), lock, ENDS)).isEmpty();
        assertThat(refused(round(COLLECTING), new RoundCommand.Lock(Optional.empty(), false), BETWEEN)).contains(RoundRefusal.REASON_MISSING);
    }

    @Test
    void whatIsCaughtUpSaysWhenItWasDue() {
        Decision<RoundEvent> late = RoundRules.decide(round(COLLECTING), new RoundCommand.Lock(Optional.empty(), true), ENDS.plus(Duration.ofDays(2)), KNOWN);
        assertThat(late.orElseRefuse()).containsExactly(new RoundEvent.RoundLocked(Optional.empty(), Optional.of(ENDS)));
    }

    @Test
    void theEndIsNotMovedOnceItHasCome() {
        assertThat(refused(round(COLLECTING), new RoundCommand.Extend(ENDS.plusSeconds(60), "延期"), ENDS)).contains(RoundRefusal.ROUND_DATES_PAST);
    }

    @Test
    void nothingIsPooledOrFrozenWhileAGapIsOpenAndNothingOnceFrozen() {
        Round open = round(POOLED).after(new RoundEvent.RoundReopened(ENDS, List.of(), "补量"), BETWEEN);
        assertThat(open.takesDemandAt(ENDS.minusMillis(1))).isTrue();
        assertThat(open.takesDemandAt(ENDS)).isFalse();
        assertThat(refused(open, new RoundCommand.Pool(), BETWEEN)).contains(RoundRefusal.ROUND_FILLING_GAP);
        assertThat(refused(open, new RoundCommand.Freeze(), BETWEEN)).contains(RoundRefusal.ROUND_FILLING_GAP);
        Round frozen = round(POOLED).after(new RoundEvent.RoundFrozen(), BETWEEN);
        for (RoundCommand command : List.of(new RoundCommand.Pool(), new RoundCommand.Freeze(), new RoundCommand.Reopen(ENDS, List.of(), "补量"))) {
            assertThat(refused(frozen, command, BETWEEN)).contains(RoundRefusal.ROUND_ALREADY_FROZEN);
        }
    }

    @Test
    void aGapThatWasOpenWhenTheRoundWasSuspendedGetsTheSuspendedTimeBack() {
        Instant suspendedAt = BETWEEN.plus(Duration.ofHours(3));
        Instant resumedAt = ENDS.plus(Duration.ofDays(9));
        Round open = round(POOLED).after(new RoundEvent.RoundReopened(ENDS, List.of(), "补量"), BETWEEN);
        Round suspended = open.after(new RoundEvent.RoundSuspended(POOLED, "核查"), suspendedAt);
        assertThat(suspended.isDueAt(resumedAt)).as("nothing falls due while suspended").isFalse();
        assertThat(suspended.takesDemandAt(suspendedAt)).isFalse();
        Round back = resumed(suspended, resumedAt);
        Duration left = Duration.between(suspendedAt, ENDS);
        assertThat(back.gapEndsAt()).contains(resumedAt.plus(left));
        assertThat(back.takesDemandAt(resumedAt.plus(left).minusMillis(1))).isTrue();
        assertThat(back.isDueAt(resumedAt)).isFalse();
        assertThat(back.isDueAt(resumedAt.plus(left))).isTrue();
    }

    @Test
    void aGapThatHadEndedWhenTheRoundWasSuspendedIsClosedAsItStood() {
        Round ended = round(POOLED).after(new RoundEvent.RoundReopened(ENDS, List.of(), "补量"), BETWEEN);
        Round back = resumed(ended.after(new RoundEvent.RoundSuspended(POOLED, "核查"), ENDS), ENDS.plus(Duration.ofDays(2)));
        assertThat(back.gapEndsAt()).contains(ENDS);
        assertThat(RoundRules.decide(back, new RoundCommand.CloseGap(), ENDS.plus(Duration.ofDays(2)), KNOWN).orElseRefuse())
                .containsExactly(new RoundEvent.GapClosed(ENDS));
    }

    @Test
    void anEndOfCollectingPassesUnnoticedWhileSuspendedAndIsNamedAnewWithWhereItStood() {
        Round suspended = round(COLLECTING).after(new RoundEvent.RoundSuspended(COLLECTING, "核查"), BETWEEN);
        Instant late = ENDS.plus(Duration.ofDays(2));
        assertThat(suspended.isDueAt(late)).isFalse();
        assertThat(refused(suspended, resume(late), late)).contains(RoundRefusal.ROUND_DATES_PAST);
        Instant anew = late.plus(Duration.ofDays(1));
        assertThat(RoundRules.decide(suspended, resume(anew), late, KNOWN).orElseRefuse())
                .containsExactly(new RoundEvent.RoundResumed(COLLECTING, BETWEEN, ENDS, anew, Optional.empty(), Optional.empty(), Optional.empty(), "继续"));
    }

    private static Round resumed(Round suspended, Instant at) {
        RoundEvent event = RoundRules.decide(suspended, resume(at.plusSeconds(1)), at, KNOWN).orElseRefuse().getFirst();
        return suspended.after(event, at);
    }

    @Test
    void aWindowAcrossTheMonthsEndIsShownWhereMostOfItLiesTheEarlierOnATie() {
        DateWindow april = new DateWindow(APRIL, LocalDate.of(2027, 4, 30));
        DateWindow may = new DateWindow(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31));
        RoundTerms terms = terms(List.of(april, may));
        assertThat(terms.shownUnder(new DateWindow(LocalDate.of(2027, 4, 30), LocalDate.of(2027, 5, 2)))).isEqualTo(may);
        assertThat(terms.shownUnder(new DateWindow(LocalDate.of(2027, 4, 29), LocalDate.of(2027, 5, 1)))).isEqualTo(april);
        assertThat(terms.shownUnder(new DateWindow(LocalDate.of(2027, 4, 30), LocalDate.of(2027, 5, 1)))).isEqualTo(april);
    }

    @Test
    void overlappingPartsOfTheDeliveryPeriodAreRefused() {
        DateWindow first = new DateWindow(APRIL, LocalDate.of(2027, 5, 1));
        DateWindow second = new DateWindow(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31));
        assertThat(RoundRules.draft(terms(List.of(first, second)), KNOWN.grades())).isInstanceOf(Decision.Refused.class);
        assertThat(RoundRules.draft(terms(List.of(second)), Set.of("GL-80"))).isInstanceOf(Decision.Refused.class);
        assertThat(RoundRules.draft(terms(List.of(second)), KNOWN.grades())).isInstanceOf(Decision.Accepted.class);
    }
}
