package org.jucai.platform.award.runs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.award.runs.SqlRunJobs.Ended;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardResult;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Computes an award, lets lines leave that would pay above their cap, and computes it anew without them, until nobody leaves (law of
 * allocation: nobody pays above their cap). Each time at least one leaves, so it ends.
 *
 * @param threads where computing is done
 */
record Passes(UUID roundId, RunSolver solver, Watch watch, Caps caps, Scheduler threads) {

    Mono<Ended> from(AwardProblem problem, boolean rulesPriced) {
        return pass(problem, List.of(), rulesPriced);
    }

    private Mono<Ended> pass(AwardProblem problem, List<UUID> left, boolean rulesPriced) {
        return on(() -> solver.solve(problem)).flatMap(result -> leaving(problem, result, left).flatMap(leaving -> leaving.isEmpty()
                ? on(() -> solver.checked(problem, result, rulesPriced)).map(checked -> new Ended(checked.status(), checked.exploratory(), null, checked, left))
                : without(problem, left, leaving, rulesPriced)));
    }

    /** Nobody leaves for an award that is not kept anyway: none was found, it was stopped, or the checker refutes it. */
    private Mono<Set<UUID>> leaving(AwardProblem problem, AwardResult result, List<UUID> left) {
        if (result.awards().isEmpty() || watch.stop()) return Mono.just(Set.of());
        return on(() -> solver.holds(problem, result)).flatMap(holds -> holds ? aboveCap(problem, result, left) : Mono.just(Set.of()));
    }

    private Mono<Set<UUID>> aboveCap(AwardProblem problem, AwardResult result, List<UUID> left) {
        Set<String> there = problem.lots().stream().flatMap(lot -> lot.lines().stream()).map(AwardProblem.Line::id).collect(Collectors.toSet());
        return caps.above(roundId, result.awards(), left).map(above -> above.stream().filter(line -> there.contains(line.toString())).collect(Collectors.toSet()));
    }

    private Mono<Ended> without(AwardProblem problem, List<UUID> left, Set<UUID> leaving, boolean rulesPriced) {
        List<UUID> gone = Stream.concat(left.stream(), leaving.stream()).sorted().toList();
        return on(() -> FewerLines.without(problem, new HashSet<>(leaving.stream().map(UUID::toString).toList()))).flatMap(fewer -> {
            watch.next();
            Optional<AwardProblem> next = fewer;
            return next.isPresent() ? pass(next.get(), gone, rulesPriced)
                    : Mono.just(new Ended(RunStatus.FAILED, false, AwardRun.RunFault.CAPS_LEAVE_NOTHING, null, gone));
        });
    }

    private <T> Mono<T> on(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }
}
