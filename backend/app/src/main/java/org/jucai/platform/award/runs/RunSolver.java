package org.jucai.platform.award.runs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.checking.CheckReport;
import org.jucai.platform.award.runs.AwardRun.Outcome;
import org.jucai.platform.award.runs.RunBoard.Awarded;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.award.solving.Clashes;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemWriter;
import org.jucai.platform.award.solving.Rule;

/** Computes, explains, prices and has everything checked; on the thread that calls it. Knows no round and no database. */
final class RunSolver {

    private final Engine engine;
    private final long workLimit;
    private final Watch watch;

    RunSolver(Engine engine, long workLimit, Watch watch) {
        this.engine = engine;
        this.workLimit = workLimit;
        this.watch = watch;
    }

    /** A result, its bytes and what the checker says of them. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to be kept, compared never
    record Checked(RunStatus status, boolean exploratory, byte[] problem, byte[] result, Outcome outcome, Awarded awarded) {}

    AwardResult solve(AwardProblem problem) {
        return engine.solve(problem, workLimit, watch);
    }

    boolean holds(AwardProblem problem, AwardResult result) {
        return AwardChecker.check(ProblemWriter.write(problem), result.document()).holds();
    }

    /** @param rulesPriced whether to say what each rule costs; what each rule of a clash costs is always said */
    Checked checked(AwardProblem problem, AwardResult found, boolean rulesPriced) {
        AwardResult result = explained(problem, found);
        boolean exploratory = result.run().exploratory() || watch.stop();
        byte[] question = ProblemWriter.write(problem);
        byte[] answer = result.document();
        CheckReport report = AwardChecker.check(question, answer);
        List<String> priced = result.clash() != null ? result.clash().rules() : rulesPriced && result.objectiveMilliFen() != null ? ids(problem) : List.of();
        Outcome outcome = new Outcome(problem.sha256(), result.run().engine(), result.run().engineVersion(), result.run().work(), report,
                clash(result), report.holds() ? prices(problem, priced) : List.of());
        return new Checked(report.holds() ? status(result.status()) : RunStatus.REFUTED, exploratory, question, answer, outcome, Awarded.of(result));
    }

    /** An explanation that was cut short is none. */
    private AwardResult explained(AwardProblem problem, AwardResult result) {
        if (result.status() != AwardResult.Status.INFEASIBLE || watch.stop()) return result;
        AwardResult explained = new Clashes(new Stoppable(engine, watch), workLimit).explain(problem, result);
        return watch.stop() ? result : explained;
    }

    private static RunStatus status(AwardResult.Status status) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> RunStatus.SOLVED;
            case INFEASIBLE -> RunStatus.INFEASIBLE;
            case UNKNOWN -> RunStatus.UNDECIDED;
        };
    }

    private static List<String> ids(AwardProblem problem) {
        return problem.rules().stream().map(Rule::id).toList();
    }

    private static Outcome.@Nullable Clash clash(AwardResult result) {
        AwardResult.Clash clash = result.clash();
        return clash == null ? null : new Outcome.Clash(clash.rules(), clash.irreducible(), clash.smallest());
    }

    /** The round without each of these rules, each award and each bound recounted by the checker. */
    private List<Outcome.RulePrice> prices(AwardProblem problem, List<String> rules) {
        List<Outcome.RulePrice> prices = new ArrayList<>();
        for (String id : rules) {
            if (watch.stop()) break;
            AwardProblem without = problem.under(problem.rules().stream().filter(rule -> !rule.id().equals(id)).toList());
            AwardResult result = engine.solve(without, workLimit, new Quietly(watch));
            if (result.run().exploratory()) break;
            CheckReport report = AwardChecker.check(ProblemWriter.write(without), result.document());
            if (report.holds()) prices.add(new Outcome.RulePrice(id, result.status().name(), whole(report.figures().objectiveMilliFen()), whole(report.figures().boundMilliFen())));
        }
        return List.copyOf(prices);
    }

    private static @Nullable Long whole(@Nullable BigInteger figure) {
        return Optional.ofNullable(figure).map(BigInteger::longValueExact).orElse(null);
    }

    /** Stops when the whole computation is stopped, and says nothing of how far it is. */
    private record Quietly(Watch watch) implements Engine.Watcher {
        @Override
        public boolean stop() {
            return watch.stop();
        }
    }

    /** An engine whose every run stops when the whole computation is stopped. */
    private record Stoppable(Engine engine, Watch watch) implements Engine {

        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public String version() {
            return engine.version();
        }

        @Override
        public AwardResult solve(AwardProblem problem, long workLimit, Watcher watcher) {
            return engine.solve(problem, workLimit, new Watcher() {
                @Override
                public void progress(long bestMilliFen, double boundMilliFen) {
                    watcher.progress(bestMilliFen, boundMilliFen);
                }

                @Override
                public boolean stop() {
                    return watch.stop() || watcher.stop();
                }
            });
        }
    }
}
