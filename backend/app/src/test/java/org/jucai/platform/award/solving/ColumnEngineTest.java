package org.jucai.platform.award.solving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.AwardResult.Status;
import org.junit.jupiter.api.Test;

class ColumnEngineTest {

    private static final long WORK = 50_000_000;
    private static final long SEED = Long.getLong("jucai.seed", 20_261_123);
    private final ColumnEngine engine = new ColumnEngine();

    @Test
    void theCheckerAgreesWithEveryResult() {
        for (long seed = SEED; seed < SEED + 1_500; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            AwardResult result = engine.solve(problem, WORK, Engine.Watcher.PATIENT);
            assertThat(AwardChecker.check(ProblemWriter.write(problem), result.document()).findings()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void whateverTheWorkLimitWhatIsStatedHolds() {
        for (long seed = SEED; seed < SEED + 300; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            for (long work : new long[] {0, 1, 20, 100, 500}) {
                AwardResult result = engine.solve(problem, work, Engine.Watcher.PATIENT);
                assertThat(AwardChecker.check(ProblemWriter.write(problem), result.document()).findings()).as("seed %d, work %d", seed, work).isEmpty();
                assertThat(result.run().exploratory()).isFalse();
            }
        }
    }

    @Test
    void theSameDocumentVersionAndWorkLimitGiveTheSameBytes() {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            byte[] first = engine.solve(problem, 400, Engine.Watcher.PATIENT).document();
            byte[] again = new ColumnEngine().solve(ProblemReader.read(ProblemWriter.write(problem)), 400, Engine.Watcher.PATIENT).document();
            assertThat(again).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void whatIsCalledHowChangesNoCost() {
        for (long seed = SEED; seed < SEED + 300; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            if (!problem.rules().isEmpty()) continue;
            AwardResult plain = engine.solve(problem, WORK, Engine.Watcher.PATIENT);
            AwardResult turned = engine.solve(turned(problem), WORK, Engine.Watcher.PATIENT);
            assertThat(turned.objectiveMilliFen()).as("seed %d", seed).isEqualTo(plain.objectiveMilliFen());
            assertThat(turned.status()).as("seed %d", seed).isEqualTo(plain.status());
        }
    }

    /** The same round with names that put lots and suppliers in the opposite order. */
    private static AwardProblem turned(AwardProblem problem) {
        List<Lot> lots = problem.lots().stream().map(lot -> new Lot(turned(lot.id()), lot.minimumKg(), lot.targetKg(), lot.maximumKg(), lot.mustBeServed(), lot.outsideFenPerTonne(),
                lot.lines())).toList().reversed();
        List<Supplier> suppliers = new ArrayList<>();
        for (Supplier s : problem.suppliers().reversed()) {
            List<Bid> bids = s.bids().stream().map(b -> new Bid(turned(b.lot()), b.minimumKg(), b.capacityKg(), b.ladder(), b.steps(), b.freightFenPerTonne(), b.truck(), b.attributesPpm()))
                    .toList().reversed();
            List<List<String>> bundles = s.bundles().stream().map(bundle -> bundle.stream().map(ColumnEngineTest::turned).toList().reversed()).toList();
            suppliers.add(new Supplier(turned(s.id()), s.group(), s.small(), s.minimumKg(), s.capacityKg(), s.totalTiersFromKg(), bids, bundles));
        }
        return ProblemReader.read(ProblemWriter.write(new AwardProblem(problem.round(), problem.gridKg(), lots, suppliers, List.of(), "")));
    }

    private static String turned(String id) {
        return id.charAt(0) + String.valueOf((char) ('9' - id.charAt(1) + '0'));
    }

    @Test
    void aRunStoppedByHandIsExploratoryAndStillSaysNothingFalse() {
        int stopped = 0;
        for (long seed = SEED; seed < SEED + 200; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            AtomicInteger asked = new AtomicInteger();
            AwardResult result = engine.solve(problem, WORK, new Engine.Watcher() {
                @Override
                public boolean stop() {
                    return asked.incrementAndGet() > 3;
                }
            });
            if (result.run().exploratory()) stopped++;
            assertThat(AwardChecker.check(ProblemWriter.write(problem), result.document()).findings()).as("seed %d", seed).isEmpty();
        }
        assertThat(stopped).isGreaterThan(50);
    }

    @Test
    void progressOnlyGetsBetterAndEndsAtTheResult() {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            List<Long> heard = new ArrayList<>();
            AwardResult result = engine.solve(TinyRounds.of(seed), WORK, new Engine.Watcher() {
                @Override
                public void progress(long bestMilliFen, double boundMilliFen) {
                    if (heard.isEmpty() || heard.getLast() != bestMilliFen) heard.add(bestMilliFen);
                }
            });
            assertThat(heard).as("seed %d", seed).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
            if (result.status() == Status.OPTIMAL) assertThat(heard.getLast()).isEqualTo(result.objectiveMilliFen());
        }
    }
}
