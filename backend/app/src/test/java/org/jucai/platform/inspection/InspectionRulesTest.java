package org.jucai.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.inspection.InspectionCommand.Stage;
import org.jucai.platform.inspection.laboratory.SampleCode;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

class InspectionRulesTest {

    private static final Instant NOW = Instant.parse("2027-05-12T02:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(7));
    private static final UUID SELLER = new UUID(1, 1);
    private static final UUID LAB = new UUID(2, 1);
    private static final UUID UMPIRE_LAB = new UUID(2, 2);

    private final Random chance = new Random(20);

    private Drawn drawn(SampleKind kind, UUID laboratory) {
        return new Drawn(kind, SampleCode.draw(chance), laboratory, "F-" + chance.nextInt(1_000_000));
    }

    private List<Drawn> three() {
        return List.of(drawn(SampleKind.MAIN, LAB), drawn(SampleKind.DUPLICATE, LAB), drawn(SampleKind.UMPIRE, UMPIRE_LAB));
    }

    private static Issued issued(int number, long al2o3) {
        return new Issued(new UUID(9, number * 1_000_000L + al2o3), number, Map.of(Measure.AL2O3, al2o3, Measure.MOISTURE, 3_000L), NOW, UNTIL);
    }

    private static InspectionCommand came(SampleKind kind, Issued result) {
        return new InspectionCommand.Observe(kind, Stage.ISSUED, Optional.of(result));
    }

    private static Inspection done(Inspection inspection, InspectionCommand command, Instant at) {
        return InspectionRules.decide(inspection, command, at).orElseRefuse().stream().reduce(inspection, (state, event) -> state.after(event, at), (_, last) -> last);
    }

    private static Optional<Refusal> refused(Inspection inspection, InspectionCommand command, Instant at) {
        return InspectionRules.decide(inspection, command, at) instanceof Decision.Refused<InspectionEvent>(var refusal, var _) ? Optional.of(refusal) : Optional.empty();
    }

    private static InspectionCommand contest(Issued result, boolean retest) {
        return new InspectionCommand.ContestResult(result.resultId(), SELLER, "铁偏高", retest);
    }

    private Inspection issuedMain() {
        Inspection sampled = done(Inspection.REQUESTED, new InspectionCommand.Draw(three()), NOW);
        return done(sampled, came(SampleKind.MAIN, issued(1, 850_000)), NOW);
    }

    @Test
    void theWindowIsOpenUntilTheLastMillisecondAndTheResultIsFinalFromTheNextOn() {
        Inspection main = issuedMain();
        InspectionCommand asks = contest(issued(1, 850_000), true);
        assertThat(refused(main, asks, UNTIL.minusMillis(1))).isEmpty();
        assertThat(refused(main, asks, UNTIL)).contains(InspectionRefusal.CONTEST_TOO_LATE);
        assertThat(done(main, new InspectionCommand.Conclude(), UNTIL.minusMillis(1)).status()).isEqualTo(InspectionStatus.ISSUED);
        Inspection last = done(main, new InspectionCommand.Conclude(), UNTIL);
        assertThat(last.found().orElseThrow().because()).isEqualTo(Found.Because.UNCONTESTED);
        assertThat(refused(last, asks, UNTIL.minusMillis(1))).as("final stays final").contains(InspectionRefusal.INSPECTION_STATE_DOES_NOT_ALLOW);
    }

    @Test
    void daysAreCountedFromTheNextDayInBeijingAndALastDayThatIsOffMovesOn() {
        Instant wednesdayEvening = Instant.parse("2027-05-12T15:59:59.999Z");
        WorkingDays weekends = new WorkingDays(Map.of(2027, new WorkingDays.Year(Set.of(), Set.of())));
        assertThat(InspectionRules.contestUntil(wednesdayEvening, 7, weekends)).isEqualTo(Instant.parse("2027-05-19T16:00:00Z"));
        assertThat(InspectionRules.contestUntil(wednesdayEvening.plusMillis(1), 7, weekends)).as("already Thursday").isEqualTo(Instant.parse("2027-05-20T16:00:00Z"));
        assertThat(InspectionRules.contestUntil(wednesdayEvening, 3, weekends)).as("Saturday becomes Monday").isEqualTo(Instant.parse("2027-05-17T16:00:00Z"));
        WorkingDays holiday = new WorkingDays(Map.of(2027, new WorkingDays.Year(Set.of(LocalDate.of(2027, 5, 19)), Set.of())));
        assertThat(InspectionRules.contestUntil(wednesdayEvening, 7, holiday)).isEqualTo(Instant.parse("2027-05-20T16:00:00Z"));
    }

    @Test
    void aDuplicateThatAgreesMakesTheMeanAndOneThatDoesNotCallsTheUmpireWhoseResultIsFinal() {
        Inspection contested = done(issuedMain(), contest(issued(1, 850_000), true), NOW);
        Inspection agreed = done(done(contested, came(SampleKind.DUPLICATE, issued(1, 858_000)), NOW), new InspectionCommand.Conclude(), NOW);
        assertThat(agreed.found().orElseThrow().because()).isEqualTo(Found.Because.RETEST_AGREED);
        assertThat(agreed.found().orElseThrow().dry()).containsEntry(Measure.AL2O3, 854_000L);
        Inspection umpire = done(done(contested, came(SampleKind.DUPLICATE, issued(1, 858_001)), NOW), new InspectionCommand.Conclude(), NOW);
        assertThat(umpire.status()).isEqualTo(InspectionStatus.UMPIRE);
        assertThat(done(umpire, came(SampleKind.MAIN, issued(2, 900_000)), NOW)).as("a correction comes too late").isEqualTo(umpire);
        Inspection last = done(done(umpire, came(SampleKind.UMPIRE, issued(1, 845_000)), NOW), new InspectionCommand.Conclude(), NOW);
        assertThat(last.found().orElseThrow().dry()).containsEntry(Measure.AL2O3, 845_000L);
    }

    @Test
    void aCorrectionIsSeenOnceBeginsTheWindowAgainAndWhatItReplacedIsNotContested() {
        Issued second = new Issued(new UUID(9, 77), 2, Map.of(Measure.AL2O3, 849_000L), NOW.plusSeconds(60), UNTIL.plusSeconds(60));
        Inspection corrected = done(issuedMain(), came(SampleKind.MAIN, second), NOW);
        assertThat(refused(corrected, contest(issued(1, 850_000), true), NOW)).contains(InspectionRefusal.RESULT_WAS_CORRECTED);
        assertThat(refused(corrected, contest(second, true), UNTIL)).isEmpty();
        assertThat(done(corrected, new InspectionCommand.Conclude(), UNTIL).status()).isEqualTo(InspectionStatus.ISSUED);
        assertThat(done(corrected, came(SampleKind.MAIN, second), NOW)).as("seen again").isEqualTo(corrected);
        assertThat(done(corrected, came(SampleKind.MAIN, issued(1, 850_000)), NOW)).as("the older one, seen late").isEqualTo(corrected);
    }

    @Test
    void theUmpireIsAnotherLaboratoryAndEachKindIsDrawnOnce() {
        List<Drawn> own = List.of(drawn(SampleKind.MAIN, LAB), drawn(SampleKind.UMPIRE, LAB));
        assertThat(refused(Inspection.REQUESTED, new InspectionCommand.Draw(own), NOW)).contains(InspectionRefusal.UMPIRE_IS_NOT_ANOTHER_LABORATORY);
        assertThat(refused(Inspection.REQUESTED, new InspectionCommand.Draw(List.of(drawn(SampleKind.DUPLICATE, LAB))), NOW)).contains(InspectionRefusal.SAMPLE_KINDS_WRONG);
        assertThat(refused(Inspection.REQUESTED, new InspectionCommand.Draw(List.of(drawn(SampleKind.MAIN, LAB), drawn(SampleKind.MAIN, LAB))), NOW))
                .contains(InspectionRefusal.SAMPLE_KINDS_WRONG);
        assertThat(refused(issuedMain(), new InspectionCommand.Draw(three()), NOW)).as("drawn already").contains(InspectionRefusal.INSPECTION_STATE_DOES_NOT_ALLOW);
    }

    private static final Map<InspectionStatus, Set<InspectionStatus>> LEADS_TO = new EnumMap<>(Map.of(
            InspectionStatus.REQUESTED, EnumSet.of(InspectionStatus.SAMPLED),
            InspectionStatus.SAMPLED, EnumSet.of(InspectionStatus.IN_TEST, InspectionStatus.VERIFIED, InspectionStatus.ISSUED),
            InspectionStatus.IN_TEST, EnumSet.of(InspectionStatus.VERIFIED, InspectionStatus.ISSUED),
            InspectionStatus.VERIFIED, EnumSet.of(InspectionStatus.ISSUED),
            InspectionStatus.ISSUED, EnumSet.of(InspectionStatus.CONTESTED, InspectionStatus.UMPIRE, InspectionStatus.FINAL),
            InspectionStatus.CONTESTED, EnumSet.of(InspectionStatus.UMPIRE, InspectionStatus.FINAL),
            InspectionStatus.UMPIRE, EnumSet.of(InspectionStatus.FINAL),
            InspectionStatus.FINAL, EnumSet.noneOf(InspectionStatus.class)));

    @Test
    void overAnyWalkEachStateLeadsOnlyWhereTheLifecycleSaysAndAFinalResultNeverChanges() {
        Map<InspectionStatus, Integer> ends = new EnumMap<>(InspectionStatus.class);
        for (int walk = 0; walk < 500; walk++) {
            Inspection state = Inspection.REQUESTED;
            Instant at = NOW;
            for (int step = 0; step < 30; step++) {
                at = at.plus(Duration.ofHours(chance.nextInt(30)));
                Inspection before = state;
                if (InspectionRules.decide(state, any(state), at) instanceof Decision.Accepted<InspectionEvent>(var events)) {
                    for (InspectionEvent event : events) state = state.after(event, at);
                }
                if (state.status() != before.status()) assertThat(LEADS_TO.get(before.status())).contains(state.status());
                if (before.found().isPresent()) assertThat(state).isEqualTo(before);
                if (state.contest().isPresent()) assertThat(state.contest().get().at()).isBefore(UNTIL);
            }
            ends.merge(state.status(), 1, Integer::sum);
        }
        assertThat(ends.getOrDefault(InspectionStatus.FINAL, 0)).as("%s", ends).isGreaterThan(150);
    }

    private InspectionCommand any(Inspection state) {
        Issued result = issued(1 + chance.nextInt(2), 840_000 + chance.nextInt(20_000));
        SampleKind kind = SampleKind.values()[chance.nextInt(3)];
        List<InspectionCommand> all = new ArrayList<>(List.of(new InspectionCommand.Draw(three()), new InspectionCommand.Conclude(), new InspectionCommand.CallUmpire(SELLER),
                came(kind, result), new InspectionCommand.Observe(kind, Stage.values()[chance.nextInt(3)], Optional.empty()), contest(result, true)));
        state.issued().values().forEach(known -> all.add(contest(known, chance.nextBoolean())));
        return all.get(chance.nextInt(all.size()));
    }
}
