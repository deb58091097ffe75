package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.RoundStatus.AWARDED;
import static org.jucai.platform.rounds.RoundStatus.CLOSED;
import static org.jucai.platform.rounds.RoundStatus.EVALUATED;
import static org.jucai.platform.rounds.RoundStatus.OPENED;
import static org.jucai.platform.rounds.RoundStatus.POOLED;
import static org.jucai.platform.rounds.RoundStatus.PUBLICISED;
import static org.jucai.platform.rounds.RoundStatus.SUSPENDED;
import static org.jucai.platform.rounds.RoundStatus.TENDERING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

class TenderRulesTest {

    /** A Thursday, ten in the morning in Beijing. */
    private static final Instant DUE = Instant.parse("2027-04-01T02:00:00Z");
    private static final Instant OPENING = DUE.plus(Duration.ofMinutes(30));
    private static final Instant LATE = Instant.parse("2027-05-01T02:00:00Z");
    private static final Instant SINCE = Instant.parse("2027-03-29T02:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);
    private static final UUID LOT = new UUID(0, 30);

    static final TenderTerms TERMS = terms(DUE, OPENING, false, List.of());

    /** Offers were asked for once, and the award stands in public notice until its deadline. */
    static final Round.Tendering ASKED = new Round.Tendering(1, Optional.of(TERMS), Optional.of(new Round.Publicity(ONE, DUE.plus(Duration.ofDays(2)))));

    private static TenderTerms terms(Instant due, Instant opens, boolean secondQuote, List<AwardRule> rules) {
        return new TenderTerms(due, opens, 7, secondQuote, 240, 3, rules, TenderTerms.ShareRule.PROPORTIONAL, TenderTerms.CostRule.AVERAGE, TenderTerms.TIE_RULE, List.of(), 0);
    }

    static Round round(RoundStatus status) {
        return round(status, Profile.INQUIRY);
    }

    private static Round round(RoundStatus status, Profile profile) {
        RoundTerms terms = new RoundTerms("联合采购", profile, RoundTerms.Mode.AGENCY, List.of("GL-85A"), SINCE.minus(Duration.ofDays(9)), SINCE,
                new DateWindow(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 5, 31)), List.of(new RoundTerms.Zone("XM-A", "A")), List.of(),
                Kilograms.tonnes(500), Map.of(), List.of(), 5, 2_000, profile.leastOffers(), profile.leastPublicityDays());
        return new Round(new UUID(0, 7), "R-2027-0001", new UUID(0, 8), status, SINCE, 9, terms, Optional.empty(), Optional.empty(),
                Optional.of(SINCE), Optional.empty(), Map.of(POOLED, SINCE), status == POOLED ? Round.Tendering.NONE : ASKED);
    }

    private static Decision<RoundEvent> asked(Round round, RoundCommand command, Instant now) {
        return RoundRules.decide(round, command, now, new Known(Set.of("GL-85A"), WorkingDays.WEEKENDS_ONLY));
    }

    static Optional<Refusal> refused(Round round, RoundCommand command, Instant now) {
        return asked(round, command, now) instanceof Decision.Refused<RoundEvent>(var refusal, _) ? Optional.of(refusal) : Optional.empty();
    }

    private static Round after(Round round, RoundCommand command, Instant now) {
        return round.after(asked(round, command, now).orElseRefuse().getFirst(), now);
    }

    private static List<RoundEvent.Assessor> panel(int size, int experts) {
        return IntStream.range(0, size).mapToObj(i -> new RoundEvent.Assessor("评审" + i, "协会", i < experts)).toList();
    }

    @Test
    void eachCommandOfTheTenderIsTakenInItsStatesAndInNoOther() {
        Map<RoundCommand, Set<RoundStatus>> table = Map.ofEntries(
                Map.entry(new RoundCommand.Tender(terms(LATE.plusSeconds(1), LATE.plusSeconds(1), false, List.of())), EnumSet.of(POOLED)),
                Map.entry(new RoundCommand.Close(), EnumSet.of(TENDERING)),
                Map.entry(new RoundCommand.Opened(List.of()), EnumSet.of(CLOSED)),
                Map.entry(new RoundCommand.CallFailed("不足"), EnumSet.of(CLOSED)),
                Map.entry(new RoundCommand.Evaluate(panel(3, 0)), EnumSet.of(OPENED)),
                Map.entry(new RoundCommand.Publicise(ONE), EnumSet.of(EVALUATED)),
                Map.entry(new RoundCommand.Finalise(ANOTHER, List.of(), List.of()), EnumSet.of(PUBLICISED)),
                Map.entry(new RoundCommand.Revoke("放弃"), EnumSet.of(PUBLICISED, AWARDED)),
                Map.entry(new RoundCommand.Execute(), EnumSet.of(AWARDED)),
                Map.entry(new RoundCommand.Complete(List.of(LOT)), EnumSet.of(RoundStatus.EXECUTING)),
                Map.entry(new RoundCommand.Fail("不足"), EnumSet.of(OPENED, EVALUATED)));
        table.forEach((command, states) -> {
            for (RoundStatus status : RoundStatus.values()) {
                assertThat(refused(round(status), command, LATE).isEmpty()).as("%s in %s", command, status).isEqualTo(states.contains(status));
            }
        });
        for (RoundStatus status : RoundStatus.values()) {
            assertThat(refused(round(status), new RoundCommand.Postpone(DUE.plusSeconds(1), "延期"), SINCE).isEmpty()).as("postpone in %s", status)
                    .isEqualTo(status == TENDERING);
        }
    }

    @Test
    void offersAreTakenUntilTheLastMillisecondAndNotAtTheDeadlineItself() {
        assertThat(round(TENDERING).takesOffersAt(DUE.minusMillis(1))).isTrue();
        assertThat(round(TENDERING).takesOffersAt(DUE)).isFalse();
        assertThat(round(TENDERING).isDueAt(DUE.minusMillis(1))).isFalse();
        assertThat(round(TENDERING).isDueAt(DUE)).isTrue();
        assertThat(round(CLOSED).takesOffersAt(DUE.minusMillis(1))).isFalse();
        assertThat(refused(round(TENDERING), new RoundCommand.Close(), DUE.minusMillis(1))).contains(RoundRefusal.OFFERS_NOT_DUE);
        assertThat(asked(round(TENDERING), new RoundCommand.Close(), LATE).orElseRefuse()).as("caught up, and says so")
                .containsExactly(new RoundEvent.TenderClosed(DUE));
    }

    @Test
    void nothingIsTenderedThatIsNotFrozenOrThatOpensBeforeItIsDue() {
        Round pooled = round(POOLED);
        Round unfrozen = new Round(pooled.id(), pooled.code(), pooled.associationId(), POOLED, SINCE, 9, pooled.terms(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Map.of(), Round.Tendering.NONE);
        assertThat(refused(unfrozen, new RoundCommand.Tender(TERMS), SINCE)).contains(RoundRefusal.ROUND_NOT_FROZEN);
        assertThat(refused(pooled, new RoundCommand.Tender(TERMS), DUE)).contains(RoundRefusal.ROUND_DATES_PAST);
        assertThat(refused(pooled, new RoundCommand.Tender(terms(DUE, DUE.minusMillis(1), false, List.of())), SINCE)).contains(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        assertThat(refused(pooled, new RoundCommand.Tender(terms(DUE, DUE, false, List.of())), SINCE)).isEmpty();
        Instant deliveriesEnd = Instant.parse("2027-05-31T16:00:00Z");
        assertThat(refused(pooled, new RoundCommand.Tender(terms(DUE, deliveriesEnd, false, List.of())), SINCE)).contains(RoundRefusal.ROUND_PERIODS_OUT_OF_ORDER);
        TenderTerms twice = terms(DUE, OPENING, true, List.of());
        assertThat(refused(pooled, new RoundCommand.Tender(twice), SINCE)).isEmpty();
        assertThat(refused(round(POOLED, Profile.TENDER), new RoundCommand.Tender(twice), SINCE)).contains(RoundRefusal.SECOND_QUOTE_NOT_IN_PROFILE);
    }

    @Test
    void offersGetMoreTimeNeverLessAndTheOpeningKeepsItsDistance() {
        Round asking = round(TENDERING);
        assertThat(refused(asking, new RoundCommand.Postpone(DUE, "延期"), SINCE)).contains(RoundRefusal.OFFERS_DUE_ONLY_LATER);
        assertThat(refused(asking, new RoundCommand.Postpone(DUE.minusSeconds(60), "提前"), SINCE)).contains(RoundRefusal.OFFERS_DUE_ONLY_LATER);
        assertThat(refused(asking, new RoundCommand.Postpone(DUE.plusSeconds(60), "延期"), DUE)).contains(RoundRefusal.ROUND_DATES_PAST);
        Round moved = after(asking, new RoundCommand.Postpone(DUE.plusSeconds(3600), "延期"), DUE.minusMillis(1));
        assertThat(moved.tender()).contains(terms(DUE.plusSeconds(3600), OPENING.plusSeconds(3600), false, List.of()));
        assertThat(moved.reason()).contains("延期");
    }

    @Test
    void nothingIsOpenedNorFoundTooLittleBeforeTheOpening() {
        Round closed = round(CLOSED);
        assertThat(refused(closed, new RoundCommand.Opened(List.of(LOT)), OPENING.minusMillis(1))).contains(RoundRefusal.OPENING_NOT_DUE);
        assertThat(refused(closed, new RoundCommand.CallFailed("不足"), OPENING.minusMillis(1))).contains(RoundRefusal.OPENING_NOT_DUE);
        assertThat(after(closed, new RoundCommand.Opened(List.of(LOT)), OPENING).status()).isEqualTo(OPENED);
    }

    @Test
    void aCallThatFoundTooFewIsMadeAgainUnderANewNumberOrGivenUp() {
        Round asking = after(round(POOLED), new RoundCommand.Tender(TERMS), SINCE);
        assertThat(asking.tendering().number()).isEqualTo(1);
        Round back = after(after(asking, new RoundCommand.Close(), DUE), new RoundCommand.CallFailed("不足三家"), OPENING);
        assertThat(back.status()).isEqualTo(POOLED);
        assertThat(back.frozenAt()).isPresent();
        assertThat(back.tender()).isEmpty();
        assertThat(back.reached()).doesNotContainKeys(TENDERING, CLOSED);
        assertThat(refused(round(POOLED), new RoundCommand.Fail("不足"), SINCE)).as("before any call there is only cancelling").isPresent();
        assertThat(after(back, new RoundCommand.Fail("不足"), LATE).status()).isEqualTo(RoundStatus.FAILED);
        Round again = after(back, new RoundCommand.Tender(terms(LATE.plusSeconds(1), LATE.plusSeconds(1), false, List.of())), LATE);
        assertThat(again.tendering().number()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(TENDERING);
    }

    @Test
    void aPanelHasThreeAndACommitteeIsOddFiveAndTwoThirdsExperts() {
        assertThat(refused(round(OPENED), new RoundCommand.Evaluate(panel(2, 2)), LATE)).contains(RoundRefusal.PANEL_BELOW_PROFILE);
        assertThat(refused(round(OPENED), new RoundCommand.Evaluate(panel(3, 0)), LATE)).isEmpty();
        List<RoundEvent.Assessor> twice = List.of(panel(1, 0).getFirst(), panel(1, 0).getFirst(), new RoundEvent.Assessor("乙", "协会", true));
        assertThat(refused(round(OPENED), new RoundCommand.Evaluate(twice), LATE)).contains(RoundRefusal.PANEL_BELOW_PROFILE);
        Round tender = round(OPENED, Profile.TENDER);
        for (int[] wrong : new int[][] {{3, 3}, {6, 6}, {5, 3}, {7, 4}}) {
            assertThat(refused(tender, new RoundCommand.Evaluate(panel(wrong[0], wrong[1])), LATE)).as("%d of %d", wrong[1], wrong[0]).contains(RoundRefusal.PANEL_BELOW_PROFILE);
        }
        for (int[] right : new int[][] {{5, 4}, {7, 5}, {9, 6}}) assertThat(refused(tender, new RoundCommand.Evaluate(panel(right[0], right[1])), LATE)).isEmpty();
    }

    @Test
    void aPublicNoticeEndsWithAWorkingDayAndNobodyFinalisesItBeforeNorAlone() {
        Instant friday = Instant.parse("2027-04-02T02:00:00Z");
        Round noticed = after(round(EVALUATED), new RoundCommand.Publicise(ONE), friday);
        Instant ends = Instant.parse("2027-04-05T16:00:00Z");
        assertThat(noticed.tendering().publicity()).contains(new Round.Publicity(ONE, ends));
        assertThat(refused(noticed, new RoundCommand.Finalise(ANOTHER, List.of(LOT), List.of()), ends.minusMillis(1))).contains(RoundRefusal.PUBLICITY_NOT_ENDED);
        assertThat(refused(noticed, new RoundCommand.Finalise(ONE, List.of(LOT), List.of()), ends)).contains(RoundRefusal.FOUR_EYES_NEEDED);
        Round awarded = after(noticed, new RoundCommand.Finalise(ANOTHER, List.of(LOT), List.of()), ends);
        Round revoked = after(awarded, new RoundCommand.Revoke("放弃"), ends);
        assertThat(revoked.status()).isEqualTo(EVALUATED);
        assertThat(revoked.tendering().publicity()).isEmpty();
        assertThat(revoked.tender()).as("the rules stay").contains(TERMS);
    }

    @Test
    void aDeadlineOfOffersThatPassedWhileSuspendedIsNamedAnewAndNothingGetsEarlier() {
        Round still = round(TENDERING).after(new RoundEvent.RoundSuspended(TENDERING, "核查"), DUE.minusSeconds(60));
        assertThat(still.takesOffersAt(DUE.minusSeconds(1))).isFalse();
        assertThat(still.isDueAt(LATE)).isFalse();
        assertThat(refused(still, resume(Optional.empty(), Optional.empty()), LATE)).contains(RoundRefusal.ROUND_DATES_PAST);
        assertThat(refused(still, resume(Optional.of(DUE.minusSeconds(1)), Optional.empty()), DUE.minusSeconds(30))).contains(RoundRefusal.OFFERS_DUE_ONLY_LATER);
        Round back = after(still, resume(Optional.of(LATE.plusSeconds(60)), Optional.empty()), LATE);
        assertThat(back.status()).isEqualTo(TENDERING);
        assertThat(back.tender().orElseThrow().offersDueAt()).isEqualTo(LATE.plusSeconds(60));
        assertThat(back.tender().orElseThrow().opensAt()).isEqualTo(LATE.plusSeconds(60).plus(Duration.ofMinutes(30)));
        assertThat(after(still, resume(Optional.empty(), Optional.empty()), DUE.minusSeconds(30)).tender()).as("it had not come").contains(TERMS);
        Round closed = round(CLOSED).after(new RoundEvent.RoundSuspended(CLOSED, "核查"), DUE.plusSeconds(1));
        assertThat(refused(closed, resume(Optional.empty(), Optional.empty()), LATE)).contains(RoundRefusal.ROUND_DATES_PAST);
        assertThat(after(closed, resume(Optional.empty(), Optional.of(LATE.plusSeconds(9))), LATE).tender().orElseThrow().opensAt()).isEqualTo(LATE.plusSeconds(9));
    }

    @Test
    void aPublicNoticeGetsTheSuspendedDaysBack() {
        Instant monday = Instant.parse("2027-04-05T02:00:00Z");
        Round noticed = after(round(EVALUATED, Profile.TENDER), new RoundCommand.Publicise(ONE), monday);
        assertThat(noticed.tendering().publicity().orElseThrow().endsAt()).isEqualTo(Instant.parse("2027-04-08T16:00:00Z"));
        Round still = noticed.after(new RoundEvent.RoundSuspended(PUBLICISED, "异议"), Instant.parse("2027-04-07T02:00:00Z"));
        assertThat(still.status()).isEqualTo(SUSPENDED);
        Round back = after(still, resume(Optional.empty(), Optional.empty()), Instant.parse("2027-04-16T02:00:00Z"));
        assertThat(back.tendering().publicity().orElseThrow().endsAt()).as("Wednesday and Thursday were left; they are Monday and Tuesday")
                .isEqualTo(Instant.parse("2027-04-20T16:00:00Z"));
    }

    private static RoundCommand resume(Optional<Instant> due, Optional<Instant> opens) {
        return new RoundCommand.Resume(new RoundCommand.NewDates(Optional.empty(), due, opens), "继续");
    }

    @Test
    void rulesThatRepeatAnIdLackAFigureOrContradictEachOtherAreNamed() {
        AwardRule most = new AwardRule.MaxSuppliers("most", 2);
        assertThat(AwardRules.unsound(List.of(most, new AwardRule.MinSuppliers("least", 2)))).isEmpty();
        assertThat(AwardRules.unsound(List.of(most, new AwardRule.MinSuppliers("least", 3)))).contains("most");
        assertThat(AwardRules.unsound(List.of(most, new AwardRule.MinSmallShare("most", 100)))).contains("most");
        assertThat(AwardRules.unsound(List.of(new AwardRule.MinSmallShare("small", 10_001)))).contains("small");
        assertThat(AwardRules.unsound(List.of(new AwardRule.Quality("q", "AL2O3", OptionalInt.empty(), OptionalInt.empty(), Optional.empty())))).contains("q");
        assertThat(AwardRules.unsound(List.of(new AwardRule.Quality("q", "AL2O3", OptionalInt.of(9), OptionalInt.of(8), Optional.empty())))).contains("q");
        AwardRule inOne = new AwardRule.MaxSuppliersPerLot("one", 1, Optional.of(LOT));
        assertThat(AwardRules.unsound(List.of(inOne, new AwardRule.MinSuppliersPerLot("two", 2, Optional.of(ONE))))).as("of another lot").isEmpty();
        assertThat(AwardRules.unsound(List.of(inOne, new AwardRule.MinSuppliersPerLot("two", 2, Optional.empty())))).contains("one");
        AwardRule trucks = new AwardRule.WholeTrucks("trucks", new Kilograms(32_000));
        assertThat(AwardRules.unsound(List.of(trucks, new AwardRule.WholeTrucks("more", new Kilograms(30_000))))).contains("more");
    }
}
