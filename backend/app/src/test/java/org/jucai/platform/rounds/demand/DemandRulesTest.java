package org.jucai.platform.rounds.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.RoundTerms;
import org.junit.jupiter.api.Test;

class DemandRulesTest {

    private static final long SEED = 20_270_331L;
    private static final Instant OPENS = Instant.parse("2027-03-22T02:00:00Z");
    /** Midnight in Beijing at a month's end. */
    private static final Instant ENDS = Instant.parse("2027-03-31T16:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);
    private static final DateWindow PERIOD = new DateWindow(APRIL, LocalDate.of(2027, 4, 30));
    private static final UUID ASSOCIATION = new UUID(0, 8);
    private static final Member.Place PLACE = new Member.Place(new UUID(0, 5), "料场", "XM-A");

    private static Round round(RoundStatus status, Optional<Instant> gap) {
        RoundTerms terms = new RoundTerms("联合采购", Profile.INQUIRY, RoundTerms.Mode.AGENCY, List.of("GL-85A", "GL-80"), OPENS, ENDS, PERIOD,
                List.of(new RoundTerms.Zone("XM-A", "A")), List.of(), Kilograms.tonnes(500), Map.of(), List.of(), 5, 2_000, 2, 1);
        return new Round(new UUID(0, 7), "R-2027-0001", ASSOCIATION, status, OPENS, 3, terms, Optional.empty(), gap, Optional.empty(),
                Optional.empty(), Map.of(), Round.Tendering.NONE);
    }

    private static DemandTerms asked(long minimum, long target, long maximum, DateWindow window, String... grades) {
        return new DemandTerms(List.of(grades), false, Optional.of(new Kilograms(minimum)), new Kilograms(target),
                Optional.of(new Kilograms(maximum)), Optional.empty(), Optional.empty(), window, Optional.empty(), GrainSize.LUMP,
                Packing.BULK, List.of(), Invoices.ONE, Payment.CASH, List.of(), "");
    }

    private static DemandRules.Placing placing(Round round, DemandTerms terms) {
        Member member = new Member(new UUID(0, 9), "E1", "样例", Set.of(ASSOCIATION), Optional.empty(), List.of(PLACE));
        return new DemandRules.Placing(new UUID(0, 1), round, member, terms, true, code -> List.of());
    }

    private static Optional<Refusal> refused(Decision<DemandEvent> decision) {
        return decision instanceof Decision.Refused<DemandEvent>(var refusal, _) ? Optional.of(refusal) : Optional.empty();
    }

    private static Optional<Refusal> placed(RoundStatus status, Instant now, DemandTerms terms) {
        return refused(DemandRules.place(placing(round(status, Optional.empty()), terms), now));
    }

    private static DemandLine line(LineStatus status) {
        DemandLine line = DemandRules.place(placing(round(RoundStatus.COLLECTING, Optional.empty()), asked(20, 60, 80, PERIOD, "GL-85A")), OPENS)
                .orElseRefuse().getFirst().line();
        return line.moved(status);
    }

    @Test
    void theDeadlineItselfIsTooLateInWhateverStateTheRoundIs() {
        DemandTerms terms = asked(20, 60, 80, PERIOD, "GL-85A");
        assertThat(placed(RoundStatus.COLLECTING, ENDS.minusNanos(1), terms)).isEmpty();
        assertThat(placed(RoundStatus.COLLECTING, ENDS, terms)).contains(DemandRefusal.DEMAND_WINDOW_CLOSED);
        for (RoundStatus status : RoundStatus.values()) {
            if (status != RoundStatus.COLLECTING) assertThat(placed(status, OPENS, terms)).as(status.name()).isPresent();
        }
        assertThat(placed(RoundStatus.SUSPENDED, OPENS, terms)).contains(DemandRefusal.ROUND_SUSPENDED);
        assertThat(placed(RoundStatus.ANNOUNCED, OPENS, terms)).contains(DemandRefusal.ROUND_NOT_OPEN);
    }

    @Test
    void minimumTargetAndMaximumAreInOrderOrTheLineIsRefused() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 5_000; i++) {
            long minimum = 1 + random.nextInt(6);
            long target = 1 + random.nextInt(6);
            long maximum = 1 + random.nextInt(6);
            boolean inOrder = minimum <= target && target <= maximum;
            assertThat(placed(RoundStatus.COLLECTING, OPENS, asked(minimum, target, maximum, PERIOD, "GL-85A")))
                    .as("seed %d: %d %d %d", SEED, minimum, target, maximum)
                    .isEqualTo(inOrder ? Optional.empty() : Optional.of(DemandRefusal.MASS_OUT_OF_ORDER));
        }
    }

    @Test
    void whatTheRoundDoesNotBuyOrDeliverIsRefused() {
        assertThat(placed(RoundStatus.COLLECTING, OPENS, asked(1, 1, 1, PERIOD, "GL-50"))).contains(DemandRefusal.GRADE_NOT_IN_ROUND);
        DateWindow pastTheEnd = new DateWindow(LocalDate.of(2027, 4, 30), LocalDate.of(2027, 5, 1));
        assertThat(placed(RoundStatus.COLLECTING, OPENS, asked(1, 1, 1, pastTheEnd, "GL-85A"))).contains(DemandRefusal.WINDOW_OUTSIDE_ROUND);
        DateWindow backwards = new DateWindow(LocalDate.of(2027, 4, 2), APRIL);
        assertThat(placed(RoundStatus.COLLECTING, OPENS, asked(1, 1, 1, backwards, "GL-85A"))).contains(DemandRefusal.WINDOW_OUT_OF_ORDER);
        assertThat(placed(RoundStatus.COLLECTING, OPENS, asked(1, 1, 1, PERIOD, "GL-85A"))).isEmpty();
    }

    @Test
    void eachCommandIsTakenInItsStatesAndInNoOther() {
        DemandTerms terms = asked(20, 60, 80, PERIOD, "GL-85A");
        Map<DemandCommand, Set<LineStatus>> table = Map.of(
                new DemandCommand.Change(terms), EnumSet.of(LineStatus.DRAFT, LineStatus.SUBMITTED),
                new DemandCommand.Withdraw(), EnumSet.of(LineStatus.DRAFT, LineStatus.SUBMITTED),
                new DemandCommand.Confirm(), EnumSet.of(LineStatus.DRAFT),
                new DemandCommand.Reject(), EnumSet.of(LineStatus.DRAFT));
        Round collecting = round(RoundStatus.COLLECTING, Optional.empty());
        Round locked = round(RoundStatus.LOCKED, Optional.empty());
        table.forEach((command, states) -> {
            for (LineStatus status : LineStatus.values()) {
                assertThat(refused(DemandRules.decide(line(status), command, placing(collecting, terms), OPENS)).isEmpty())
                        .as("%s in %s", command, status).isEqualTo(states.contains(status));
                assertThat(refused(DemandRules.decide(line(status), command, placing(locked, terms), OPENS)))
                        .as("%s in %s once locked", command, status).contains(DemandRefusal.DEMAND_WINDOW_CLOSED);
            }
        });
    }

    @Test
    void whileAGapIsFilledACommittedLineOnlyGrows() {
        Round filling = round(RoundStatus.POOLED, Optional.of(ENDS));
        SplittableRandom random = new SplittableRandom(SEED);
        DemandLine before = line(LineStatus.POOLED);
        for (int i = 0; i < 2_000; i++) {
            long minimum = 19 + random.nextInt(3);
            long target = 59 + random.nextInt(3);
            long maximum = 79 + random.nextInt(3);
            boolean keepsGrade = random.nextInt(4) > 0;
            boolean grows = keepsGrade && minimum >= 20 && target >= 60 && maximum >= 80;
            DemandTerms terms = keepsGrade ? asked(minimum, target, maximum, PERIOD, "GL-85A") : asked(minimum, target, maximum, PERIOD, "GL-80");
            assertThat(refused(DemandRules.decide(before, new DemandCommand.Change(terms), placing(filling, terms), OPENS)))
                    .as("seed %d: %s", SEED, terms).isEqualTo(grows ? Optional.empty() : Optional.of(DemandRefusal.ADDITIONS_ONLY));
        }
        DemandTerms same = asked(20, 60, 80, PERIOD, "GL-85A");
        assertThat(refused(DemandRules.decide(before, new DemandCommand.Withdraw(), placing(filling, same), OPENS))).contains(DemandRefusal.ADDITIONS_ONLY);
        assertThat(refused(DemandRules.decide(line(LineStatus.SUBMITTED), new DemandCommand.Withdraw(), placing(filling, same), OPENS))).isEmpty();
        assertThat(refused(DemandRules.place(placing(filling, same), ENDS))).contains(DemandRefusal.DEMAND_WINDOW_CLOSED);
    }
}
