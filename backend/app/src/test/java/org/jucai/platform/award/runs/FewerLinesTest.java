package org.jucai.platform.award.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.award.solving.Rule;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lines that would pay above their cap leave, and the award is computed anew without them, until none leaves. */
class FewerLinesTest {

    private static final UUID CHEAP = new UUID(0, 1);
    private static final UUID DEAR = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);

    private static final AwardProblem PROBLEM = ProblemReader.read("""
            {"format": "jucai-award-problem/1", "round": "R-1", "gridKg": 1,
             "lots": [{"id": "L1", "minimumKg": 30, "targetKg": 50, "maximumKg": 60, "mustBeServed": false, "outsideFenPerTonne": 900000, "lines": [
                         {"id": "%s", "minimumKg": 10, "targetKg": 20, "maximumKg": 30}, {"id": "%s", "minimumKg": 20, "targetKg": 30, "maximumKg": 30}]},
                      {"id": "L2", "minimumKg": 10, "targetKg": 10, "maximumKg": 10, "mustBeServed": false, "outsideFenPerTonne": 900000, "lines": [
                         {"id": "%s", "minimumKg": 10, "targetKg": 10, "maximumKg": 10}]}],
             "suppliers": [{"id": "S", "small": false, "minimumKg": 0, "capacityKg": 1000, "totalTiersFromKg": [0], "bundles": [["L1", "L2"]], "bids": [
                         {"lot": "L1", "minimumKg": 1, "capacityKg": 100, "ladder": "ALL_UNITS", "steps": [{"fromKg": 0, "fenPerTonne": [1000]}], "freightFenPerTonne": 0},
                         {"lot": "L2", "minimumKg": 1, "capacityKg": 100, "ladder": "ALL_UNITS", "steps": [{"fromKg": 0, "fenPerTonne": [1000]}], "freightFenPerTonne": 0}]}],
             "rules": [{"kind": "MAX_SUPPLIERS_PER_LOT", "id": "in-two", "count": 1, "lot": "L2"}]}
            """.formatted(CHEAP, DEAR, OTHER).getBytes(StandardCharsets.UTF_8));

    @Test
    void aLotIsAgainExactlyTheSumOfItsLines() {
        AwardProblem fewer = FewerLines.without(PROBLEM, Set.of(DEAR.toString())).orElseThrow();
        assertThat(fewer.lots().getFirst()).extracting(AwardProblem.Lot::minimumKg, AwardProblem.Lot::targetKg, AwardProblem.Lot::maximumKg).containsExactly(10L, 20L, 30L);
        assertThat(fewer.suppliers()).isEqualTo(PROBLEM.suppliers());
        assertThat(fewer.rules()).extracting(Rule::id).containsExactly("in-two");
    }

    @Test
    void aLotWithoutLinesIsNoneNorAreOffersRulesAndBundlesOfIt() {
        AwardProblem fewer = FewerLines.without(PROBLEM, Set.of(OTHER.toString())).orElseThrow();
        assertThat(fewer.lots()).extracting(AwardProblem.Lot::id).containsExactly("L1");
        assertThat(fewer.rules()).isEmpty();
        assertThat(fewer.suppliers().getFirst().bundles()).isEmpty();
        assertThat(fewer.suppliers().getFirst().bids()).as("together or not at all: the other lot is not there").isEmpty();
        assertThat(FewerLines.without(PROBLEM, Set.of(CHEAP.toString(), DEAR.toString(), OTHER.toString()))).isEmpty();
    }

    @Test
    void theAwardIsComputedAnewUntilNobodyLeavesAndWhoLeftIsRemembered() {
        SqlRunJobs.Ended ended = passes((_, awards, left) -> Mono.just(left.isEmpty() ? Set.of(DEAR) : Set.of()));
        assertThat(ended.linesLeft()).containsExactly(DEAR);
        assertThat(ended.status()).isEqualTo(RunStatus.SOLVED);
        assertThat(java.util.Objects.requireNonNull(ended.checked()).awarded().parts()).extracting(RunBoard.Awarded.Part::kg).containsExactly(20L, 10L);
    }

    @Test
    void whereEverybodyLeavesThereIsNoAwardAndItIsSaid() {
        SqlRunJobs.Ended ended = passes((_, awards, left) -> Mono.just(Set.of(CHEAP, DEAR, OTHER)));
        assertThat(ended.fault()).isEqualTo(AwardRun.RunFault.CAPS_LEAVE_NOTHING);
        assertThat(ended.linesLeft()).containsExactlyElementsOf(List.of(CHEAP, DEAR, OTHER));
    }

    private static SqlRunJobs.Ended passes(Caps caps) {
        Watch watch = new Watch(false);
        return java.util.Objects.requireNonNull(new Passes(new UUID(9, 9), new RunSolver(new org.jucai.platform.award.solving.ColumnEngine(), 1_000_000, watch), watch, caps, Schedulers.immediate()).from(PROBLEM, false).block());
    }
}
