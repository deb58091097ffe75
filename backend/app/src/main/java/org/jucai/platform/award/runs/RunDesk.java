package org.jucai.platform.award.runs;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.runs.AwardRun.Scenario;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.ProblemWriter;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the association's commands: compute an award, stop computing. Computing itself is done in the background. */
@Service
public class RunDesk {

    private static final int SALT = 32;

    private final RoundBoard rounds;
    private final RunMaker maker;
    private final SqlRuns shelf;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;

    RunDesk(RoundBoard rounds, RunMaker maker, SqlRuns shelf, Journal journal, Ids ids, SecureRandom chance) {
        this.rounds = rounds;
        this.maker = maker;
        this.shelf = shelf;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
    }

    /**
     * What is to be computed.
     *
     * @param workLimit in the engine's deterministic units
     * @param rulesPriced whether also what each rule costs
     */
    public record Wanted(Basis basis, Scenario scenario, long workLimit, boolean rulesPriced) {}

    /** Asks for an award of a round: its problem is made and kept now, from what the round knows now. */
    public Mono<AwardRun> ask(Asking asking, UUID roundId, Wanted wanted) {
        return rounds.join(asking.tx(), roundId)
                .filter(round -> asking.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(round -> shelf.unfinished(asking.tx(), roundId)
                        .map(unfinished -> RunRules.ask(round, wanted.basis(), wanted.scenario(), unfinished).orElseRefuse())
                        .flatMap(rules -> begin(asking, round, wanted, rules)));
    }

    private Mono<AwardRun> begin(Asking asking, Round round, Wanted wanted, List<AwardRule> rules) {
        return maker.known(asking.tx(), round).flatMap(known -> maker
                .problem(known, rules, wanted.scenario().everyLotServed(), wanted.basis() == Basis.OFFICIAL ? Offered.ADMITTED : Offered.NOT_REJECTED)
                .flatMap(problem -> keep(asking, run(asking, round, known.opened().call(), wanted), problem)));
    }

    private AwardRun run(Asking asking, Round round, int call, Wanted wanted) {
        return new AwardRun(ids.next(), round.id(), round.associationId(), call, wanted.basis(), wanted.scenario(), wanted.workLimit(), wanted.rulesPriced(),
                RunStatus.WAITING, 1, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), asking.actor().personId(), asking.at(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Mono<AwardRun> keep(Asking asking, AwardRun run, AwardProblem problem) {
        byte[] salt = new byte[SALT];
        chance.nextBytes(salt);
        RunEvent asked = new RunEvent.AwardRunAsked(run.roundId(), run.basis(), run.scenario(), run.workLimit(), problem.sha256());
        return shelf.add(asking.tx(), new SqlRuns.Begun(run, ProblemWriter.write(problem), salt)).then(record(asking, run, asked)).thenReturn(run);
    }

    /** Stops it: what was found so far is kept, as exploratory. One that nobody began ends at once. */
    public Mono<AwardRun> stop(Asking asking, UUID runId) {
        return shelf.findToMove(asking.tx(), runId)
                .filter(run -> asking.actor().actsFor(run.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(run -> {
                    List<RunEvent> events = RunRules.stop(run).orElseRefuse();
                    if (events.isEmpty()) return Mono.just(run);
                    return shelf.stop(asking.tx(), run, asking.at()).filter(moved -> moved)
                            .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT, Map.of())))
                            .then(Mono.defer(() -> shelf.find(asking.tx(), runId)))
                            .flatMap(stopped -> record(asking, stopped, events.getFirst()).thenReturn(stopped));
                });
    }

    private Mono<Void> record(Asking asking, AwardRun run, RunEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(event(run.id(), run.roundId(), run.associationId(), run.version(), event)));
    }

    /** Read by the association alone. */
    static NewEvent event(UUID run, UUID round, UUID association, long version, RunEvent event) {
        return new NewEvent(AwardRun.STREAM, run, version, round, event.getClass().getSimpleName(), event, Set.of(association));
    }
}
