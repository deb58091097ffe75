package org.jucai.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.award.solving.Clashes;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemWriter;

/**
 * Awards of the rounds of {@link AwardRounds} against plain HiGHS and against the awards a person would make, each result checked by the checker. Times are processor time of
 * the thread that solves: there is only one. Needs no server.
 * {@code mvn -q -Pbench -Dbench.main=org.jucai.bench.AwardBench -Dbench.memory=1g -pl infra/bench -am test -DskipTests}
 */
public final class AwardBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.highs-seconds", 60);
    private static final int LATE = Integer.getInteger("bench.award-seconds", 60);
    private static final long PLENTY = 1_000_000_000_000_000L;
    private final Results results = new Results();
    private final List<Double> saved = new ArrayList<>();
    private int checked;
    private double checking;

    private AwardBench() {}

    public static void main(String[] arguments) throws Exception {
        AwardBench bench = new AwardBench();
        bench.solve(AwardRounds.of(new AwardRounds.Shape(20, 40, 4, false), 7), new Watch(60));
        bench.basic(new AwardRounds.Shape(50, 100, 5, false), 3);
        bench.basic(new AwardRounds.Shape(100, 100, 5, false), 5);
        bench.greedy();
        bench.limited();
        bench.clash();
        bench.realistic();
        bench.results.say("awards that cost to the fen what is stated, by the checker", "all", "%d of %d; at most %.2f s each".formatted(bench.checked, bench.checked, bench.checking));
        bench.results.write("");
    }

    private static double processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    /** Remembers how good the award was when; stops when the processor time is over. */
    private static final class Watch implements Engine.Watcher {
        private final double start = processor();
        private final double most;
        private final List<double[]> heard = new ArrayList<>();

        Watch(double seconds) {
            most = seconds;
        }

        @Override
        public void progress(long best, double bound) {
            heard.add(new double[] {processor() - start, best, bound});
        }

        @Override
        public boolean stop() {
            return processor() - start > most;
        }

        double first() {
            return heard.isEmpty() ? Double.NaN : heard.getFirst()[0];
        }

        /** In per cent. */
        double gapAt(double seconds) {
            double gap = Double.NaN;
            for (double[] at : heard) if (at[0] <= seconds) gap = 100 * (at[1] - at[2]) / at[1];
            return gap;
        }
    }

    private AwardResult solve(AwardProblem problem, Watch watch) {
        AwardResult result = new ColumnEngine().solve(problem, PLENTY, watch);
        byte[] document = ProblemWriter.write(problem);
        byte[] claimed = result.document();
        double before = processor();
        if (!AwardChecker.check(document, claimed).holds()) throw new IllegalStateException("the checker refuses what the solver states");
        checking = Math.max(checking, processor() - before);
        checked++;
        return result;
    }

    private void basic(AwardRounds.Shape shape, int target) {
        List<Double> own = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        int proved = 0;
        int provedByHighs = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            AwardProblem problem = AwardRounds.of(shape, round);
            double start = processor();
            AwardResult result = solve(problem, new Watch(60));
            own.add(processor() - start);
            if (result.status() == AwardResult.Status.OPTIMAL) proved++;
            if (result.objectiveMilliFen() != null) saved.add(100 - 100.0 * result.objectiveMilliFen() / AwardGreedy.better(problem));
            double begun = processor();
            if (new AwardHighs(problem, SECONDS).solve().proved()) provedByHighs++;
            others.add(processor() - begun);
        }
        results.say("award, %d suppliers, %d lots, %d tiers, no limits: proved to the milli-fen".formatted(shape.suppliers(), shape.lots(), shape.tiers()), "%d s".formatted(target),
                "%d of %d rounds, median %.1f s, worst %.1f s; plain HiGHS %d of %d within %d s, median %.1f s".formatted(proved, ROUNDS, median(own), max(own), provedByHighs, ROUNDS, SECONDS, median(others)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    private void greedy() {
        results.say("award below the better of the greedy awards", "mean ≥ 3.5 %, never above", "mean %.2f %%, least %.2f %%".formatted(
                saved.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN), saved.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN)));
    }

    private void limited() {
        List<Double> first = new ArrayList<>();
        List<Double> soon = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        for (int round = 1; round <= Math.min(3, ROUNDS); round++) {
            Watch watch = new Watch(LATE);
            solve(AwardRounds.of(new AwardRounds.Shape(50, 100, 5, true), round), watch);
            first.add(watch.first());
            soon.add(watch.gapAt(10));
            late.add(watch.gapAt(LATE));
        }
        results.say("award with capacities, minimum lots, supplier and share limits, 50 × 100 × 5", "feasible in 1 s, ≤ 0.1 % in 10 s, ≤ 0.01 % in 60 s",
                "feasible in %s s, gap %s %% after 10 s, %s %% after %d s".formatted(said(first), said(soon), said(late), LATE));
    }

    private static String said(List<Double> values) {
        return String.join(" / ", values.stream().map("%.3f"::formatted).toList());
    }

    private void clash() {
        AwardProblem problem = AwardRounds.clashing(AwardRounds.of(new AwardRounds.Shape(50, 100, 5, true), 1));
        double start = processor();
        AwardResult result = new ColumnEngine().solve(problem, PLENTY, new Watch(60));
        double found = processor() - start;
        AwardResult.Clash clash = new Clashes(new ColumnEngine(), 100_000_000).explain(problem, result).clash();
        results.say("no award: found and explained", "1 s", "found in %.1f s, explained in %.1f s: %s".formatted(found, processor() - start, clash));
    }

    private void realistic() {
        List<Double> took = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (int round = 1; round <= Math.min(3, ROUNDS); round++) {
            double start = processor();
            AwardResult result = solve(AwardRounds.realistic(round), new Watch(Math.min(30, LATE)));
            took.add(processor() - start);
            Long best = result.objectiveMilliFen();
            Long bound = result.boundMilliFen();
            gaps.add(best == null || bound == null ? Double.NaN : 100.0 * (best - bound) / best);
        }
        results.say("award of a realistic round: 120 lots, 48 suppliers, 4 tiers, all rules", "proved in 30 s", "%s s, gap %s %%".formatted(said(took), said(gaps)));
    }
}
