package org.jucai.platform.inspection.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.inspection.laboratory.LabResult.Status;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Refusal;
import org.junit.jupiter.api.Test;

class LabRulesTest {

    private static final Instant NOW = Instant.parse("2027-05-12T02:00:00Z");
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BO = new UUID(1, 2);
    private static final List<UUID> PEOPLE = List.of(ANNA, BO);

    private final Random chance = new Random(31);

    private static LabSample sent() {
        return new LabSample(SampleCode.draw(new Random(7)), new UUID(2, 1), "CALCINED_BAUXITE", Readings.WANTED, LabSample.Status.SENT, Optional.empty(), Optional.empty(), List.of(), 1);
    }

    private static Decision<LabRules.Step> asked(LabSample sample, LabCommand command, UUID person) {
        return LabRules.decide(sample, command, new LabRules.Asked(person, Readings.METHODS, NOW));
    }

    private static LabSample done(LabSample sample, LabCommand command, UUID person) {
        return asked(sample, command, person).orElseRefuse().getFirst().after();
    }

    private static Optional<Refusal> refused(LabSample sample, LabCommand command, UUID person) {
        return asked(sample, command, person) instanceof Decision.Refused<LabRules.Step>(var refusal, var _) ? Optional.of(refusal) : Optional.empty();
    }

    private static LabCommand enter(long id, Optional<String> because) {
        return new LabCommand.Enter(new UUID(9, id), Readings.usual(), because);
    }

    private static LabSample tested() {
        return done(done(sent(), new LabCommand.Arrive(true, "封条完好"), ANNA), enter(1, Optional.empty()), ANNA);
    }

    @Test
    void whoTestedDoesNotVerifyNorSendBackAndSomebodyElseDoes() {
        UUID result = new UUID(9, 1);
        assertThat(refused(tested(), new LabCommand.Verify(result), ANNA)).contains(LaboratoryRefusal.TESTER_DOES_NOT_VERIFY);
        assertThat(refused(tested(), new LabCommand.SendBack(result, "复测"), ANNA)).contains(LaboratoryRefusal.TESTER_DOES_NOT_VERIFY);
        assertThat(done(tested(), new LabCommand.Verify(result), BO).newest().orElseThrow().status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void nothingIsTestedBeforeItIsThereNorOfWhatCameUnfit() {
        assertThat(refused(sent(), enter(1, Optional.empty()), ANNA)).contains(LaboratoryRefusal.SAMPLE_NOT_THERE);
        LabSample unfit = done(sent(), new LabCommand.Arrive(false, "封条破损"), ANNA);
        assertThat(refused(unfit, enter(1, Optional.empty()), ANNA)).contains(LaboratoryRefusal.SAMPLE_NOT_THERE);
        assertThat(refused(unfit, new LabCommand.Arrive(true, "找到了"), ANNA)).contains(LaboratoryRefusal.SAMPLE_ARRIVED_ALREADY);
    }

    @Test
    void aResultIsIssuedOnceAndOnlyVerifiedAndACorrectionIsTheNextVersionWithItsReason() {
        UUID result = new UUID(9, 1);
        assertThat(refused(tested(), new LabCommand.Issue(result), BO)).contains(LaboratoryRefusal.RESULT_STATE_DOES_NOT_ALLOW);
        LabSample issued = done(done(tested(), new LabCommand.Verify(result), BO), new LabCommand.Issue(result), BO);
        assertThat(refused(issued, new LabCommand.Issue(result), BO)).contains(LaboratoryRefusal.RESULT_STATE_DOES_NOT_ALLOW);
        assertThat(refused(issued, enter(2, Optional.empty()), ANNA)).contains(LaboratoryRefusal.CORRECTION_WITHOUT_REASON);
        LabSample corrected = done(issued, enter(2, Optional.of("天平校准")), BO);
        assertThat(corrected.results()).extracting(LabResult::number).containsExactly(1, 2);
        assertThat(corrected.issued()).contains(issued.results().getFirst());
        assertThat(refused(corrected, enter(3, Optional.of("再来")), ANNA)).contains(LaboratoryRefusal.RESULT_OPEN_ALREADY);
    }

    /** Whatever is asked by whomever in whatever order. */
    @Test
    void overAnyWalkNobodyVerifiesTheirOwnOneVersionIsOpenAtMostAndWhatWasIssuedStays() {
        int issuedInAll = 0;
        for (int walk = 0; walk < 300; walk++) {
            LabSample sample = sent();
            for (int step = 0; step < 80; step++) {
                LabSample before = sample;
                UUID person = PEOPLE.get(chance.nextInt(2));
                if (asked(sample, any(sample, step), person) instanceof Decision.Accepted<LabRules.Step>(var steps)) sample = steps.getFirst().after();
                holds(before, sample);
            }
            issuedInAll += (int) sample.results().stream().filter(each -> each.status() == Status.ISSUED).count();
        }
        assertThat(issuedInAll).as("the walks come somewhere").isGreaterThan(300);
    }

    private LabCommand any(LabSample sample, int step) {
        if (sample.results().isEmpty() || chance.nextInt(4) == 0) {
            return chance.nextBoolean() ? new LabCommand.Arrive(chance.nextInt(10) > 0, "") : enter(step, chance.nextBoolean() ? Optional.of("更正") : Optional.empty());
        }
        UUID id = chance.nextInt(4) > 0 ? sample.results().getLast().id() : sample.results().get(chance.nextInt(sample.results().size())).id();
        return switch (chance.nextInt(4)) {
            case 0 -> new LabCommand.SendBack(id, "复测");
            case 1 -> new LabCommand.Issue(id);
            default -> new LabCommand.Verify(id);
        };
    }

    private static void holds(LabSample before, LabSample after) {
        Set<UUID> ids = new HashSet<>();
        for (LabResult result : after.results()) {
            assertThat(ids.add(result.id())).isTrue();
            assertThat(result.verifierId()).isNotEqualTo(Optional.of(result.testerId()));
            if (result.status() == Status.ISSUED) assertThat(result.verifierId()).isPresent();
        }
        assertThat(after.results().stream().filter(each -> each.status() == Status.ENTERED || each.status() == Status.VERIFIED).count()).isLessThanOrEqualTo(1);
        List<LabResult> issued = before.results().stream().filter(each -> each.status() == Status.ISSUED).toList();
        assertThat(after.results()).as("what was issued is never changed").containsAll(issued);
        assertThat(after.results().size()).isBetween(before.results().size(), before.results().size() + 1);
    }
}
