package org.jucai.platform.award.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.checking.CheckReport;
import org.junit.jupiter.api.Test;

class ClashesTest {

    private static final long WORK = 50_000_000;
    private static final long SEED = Long.getLong("jucai.seed", 20_261_123);
    private final ColumnEngine engine = new ColumnEngine();
    private final Clashes clashes = new Clashes(engine, WORK);

    @Test
    void aClashCannotBeMetWhileItIsWholeAndCanWithoutAnyOneOfItsRules() {
        int explained = 0;
        int several = 0;
        for (long seed = SEED; seed < SEED + 1_500; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            if (EveryAward.least(problem).isPresent()) continue;
            AwardResult.Clash clash = clashes.explain(problem, engine.solve(problem, WORK, Engine.Watcher.PATIENT)).clash();
            assertThat(clash).as("seed %d", seed).isNotNull();
            if (clash == null) continue;
            List<Rule> rules = problem.rules().stream().filter(rule -> clash.rules().contains(rule.id())).toList();
            assertThat(EveryAward.least(problem.under(rules))).as("seed %d, %s", seed, clash).isEmpty();
            assertThat(clash.irreducible()).as("seed %d, %s", seed, clash).isTrue();
            for (Rule rule : rules) {
                List<Rule> others = rules.stream().filter(other -> other != rule).toList();
                assertThat(EveryAward.least(problem.under(others))).as("seed %d, %s without %s", seed, clash, rule).isPresent();
            }
            explained++;
            if (rules.size() > 1) several++;
        }
        assertThat(explained).isGreaterThan(300);
        assertThat(several).as("some clashes need two rules or more").isGreaterThan(5);
    }

    @Test
    void theCertificateOfAClashNeedsNoOtherRule() {
        int proved = 0;
        for (long seed = SEED; seed < SEED + 600; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            AwardResult result = clashes.explain(problem, engine.solve(problem, WORK, Engine.Watcher.PATIENT));
            if (result.status() != AwardResult.Status.INFEASIBLE) continue;
            CheckReport report = AwardChecker.check(ProblemWriter.write(problem), result.document());
            assertThat(report.findings()).as("seed %d", seed).isEmpty();
            assertThat(report.figures().clashProved()).as("seed %d", seed).isTrue();
            proved++;
        }
        assertThat(proved).isGreaterThan(100);
    }

    @Test
    void theRoundWithoutARuleCostsWhatItCostsWithoutThatRule() {
        AwardProblem problem = TinyRounds.of(SEED + 3);
        for (Clashes.Without without : clashes.without(problem, problem.rules().stream().map(Rule::id).toList())) {
            AwardProblem left = problem.under(problem.rules().stream().filter(rule -> !rule.id().equals(without.rule())).toList());
            long least = EveryAward.least(left).orElse(-1);
            assertThat(without.objectiveMilliFen() == null ? -1 : without.objectiveMilliFen()).isEqualTo(least);
        }
    }
}
