package org.jucai.platform.award.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a certificate proves is true, whoever wrote it. */
class WeakDualityTest {

    private static final long SEED = 20_261_123L;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void noCertificateProvesMoreThanTheBestAwardCosts() {
        int bounds = 0;
        int closed = 0;
        for (int i = 0; i < 3_000; i++) {
            TinyRound round = new TinyRounds(chance).draw();
            TinyAwards.Best best = TinyAwards.best(round);
            List<String> names = new RuleBook(problem(round), problem(round).rules()).names();
            for (int j = 0; j < 3; j++) {
                Figures figures = figures(round, new TinyCertificates(round, 1 + chance.nextInt(3)).random(chance, names));
                boolean broken = figures.boundMilliFen() == null && figures.leaves() != figures.closedLeaves();
                if (broken) continue;
                String told = "seed %d, round %d: %s".formatted(SEED, i, round.json());
                if (figures.boundMilliFen() == null) {
                    closed++;
                    assertThat(best.feasible()).as("shown to have no award, " + told).isFalse();
                } else if (best.feasible()) {
                    bounds++;
                    assertThat(figures.boundMilliFen()).as(told).isLessThanOrEqualTo(BigInteger.valueOf(best.milliFen()));
                }
            }
        }
        assertThat(bounds).as("certificates with a bound beside an award").isGreaterThan(2_000);
        assertThat(closed).as("certificates that show there is none").isGreaterThan(25);
    }

    @Test
    void aTreeThatDividesUntilEveryMassIsFixedProvesExactlyTheOptimum() {
        int optimal = 0;
        int none = 0;
        for (int i = 0; i < 250; i++) {
            TinyRound round = new TinyRounds(chance).draw();
            TinyAwards.Best best = TinyAwards.best(round);
            ObjectNode certificate = new TinyCertificates(round, 1 + chance.nextInt(5)).complete();
            String told = "seed %d, round %d: %s".formatted(SEED, i, round.json());
            CheckReport report = best.feasible()
                    ? TinyResults.check(round, TinyResults.award(round, best.kg(), "OPTIMAL", certificate))
                    : TinyResults.check(round, TinyResults.head(round, "INFEASIBLE").<ObjectNode>set("certificate", certificate));
            assertThat(report.findings()).as(told).isEmpty();
            if (best.feasible()) assertThat(report.figures().boundMilliFen()).as(told).isEqualTo(best.milliFen());
            if (best.feasible()) optimal++;
            else none++;
        }
        assertThat(optimal).isGreaterThan(40);
        assertThat(none).isGreaterThan(40);
    }

    private static Problem problem(TinyRound round) {
        return ProblemReader.read(Documents.read(round.bytes(), "problem"));
    }

    private static Figures figures(TinyRound round, ObjectNode certificate) {
        ObjectNode result = TinyResults.head(round, "UNKNOWN").put("boundMilliFen", 0);
        result.set("certificate", certificate);
        return TinyResults.check(round, result).figures();
    }
}
