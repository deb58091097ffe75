package org.jucai.local.world;

import java.time.Instant;
import org.jucai.local.DemoClock;
import org.jucai.platform.award.runs.AwardRun;
import org.jucai.platform.award.runs.Basis;
import org.jucai.platform.award.runs.RunBoard;
import org.jucai.platform.award.runs.RunDesk;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the secretariat has an award computed, and waits for it. */
@Component
class RunSteps {

    /** In the engine's units: enough to prove most awards of the demo the best; the first start does not wait for the last thousandth of the others. */
    private static final long WORK = 6_000_000;

    private final RunDesk desk;
    private final RunBoard board;
    private final Desk database;
    private final Cast cast;
    private final DemoClock clock;

    RunSteps(RunDesk desk, RunBoard board, Desk database, Cast cast, DemoClock clock) {
        this.desk = desk;
        this.board = board;
        this.database = database;
        this.cast = cast;
        this.clock = clock;
    }

    /** The award under the round's own rules, computed and checked. */
    Mono<AwardRun> computed(Round evaluated, CallPlan call) {
        Actor secretariat = cast.secretariat(call.round().association());
        Instant now = clock.instant();
        return database.as(secretariat, now, asking -> desk.ask(asking, evaluated.id(), new RunDesk.Wanted(Basis.OFFICIAL, AwardRun.Scenario.NONE, WORK, false)))
                .flatMap(run -> UnsealingSteps.awaited(database.database().read(Scope.of(secretariat), tx -> board.find(tx, run.id())).filter(one -> one.status().hasEnded())));
    }
}
