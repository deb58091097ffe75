package org.jucai.platform.award.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.award.solving.Clashes;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemReader;
import org.junit.jupiter.api.Test;

/** Three programs that share nothing: who solves, who checks, who tries every award. They agree. */
class SolvedIsCheckedTest {

    private static final long SEED = 20_261_125L;
    private static final long WORK = 50_000_000L;

    @Test
    void whatIsSolvedHoldsAndIsTheOptimumOfTryingEveryAward() {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Engine engine = new ColumnEngine();
        int optimal = 0;
        int none = 0;
        while (optimal + none < 2_000) {
            TinyRound round = new TinyRounds(chance).draw();
            if (round.bids.stream().anyMatch(bid -> bid.min() > bid.cap()) || round.suppliers.stream().anyMatch(each -> each.min() > each.cap())) continue;
            AwardProblem problem = ProblemReader.read(round.bytes());
            AwardResult result = new Clashes(engine, WORK).explain(problem, engine.solve(problem, WORK, Engine.Watcher.PATIENT));
            CheckReport report = AwardChecker.check(round.bytes(), result.document());
            TinyAwards.Best best = TinyAwards.best(round);
            String told = "seed %d: %s".formatted(SEED, round.json());
            assertThat(report.findings()).as(told).isEmpty();
            assertThat(report.figures().status()).as(told).isEqualTo(best.feasible() ? "OPTIMAL" : "INFEASIBLE");
            if (best.feasible()) assertThat(report.figures().objectiveMilliFen()).as(told).isEqualTo(best.milliFen());
            else assertThat(report.figures().clashProved()).as(told).isTrue();
            if (best.feasible()) optimal++;
            else none++;
        }
        assertThat(none).isBetween(300, 1_700);
    }
}
