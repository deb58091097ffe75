package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the secretariat carries a round from its draft to its frozen lots, each step at its time of the plan. */
@Component
class RoundSteps {

    private final Desk desk;
    private final RoundDesk rounds;
    private final DemandSteps demand;
    private final Cast cast;
    private final DemoDays days;

    RoundSteps(Desk desk, RoundDesk rounds, DemandSteps demand, Cast cast, DemoDays days) {
        this.desk = desk;
        this.rounds = rounds;
        this.demand = demand;
        this.cast = cast;
        this.days = days;
    }

    /** What is done for a round in one transaction. */
    interface Story {
        Mono<Round> tell(Tx tx, RoundPlan plan);
    }

    Mono<Round> written(RoundPlan plan, Story story) {
        return desk.together(cast.everybody(), tx -> story.tell(tx, plan));
    }

    Mono<Round> frozen(RoundPlan plan, ModelDemand model) {
        return pooled(plan, model).flatMap(round ->
                written(plan, (tx, one) -> step(tx, one, round, new RoundCommand.Freeze(), one.frozen())));
    }

    Mono<Round> pooled(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> lines = demand.wanted(plan, model);
        return written(plan, (tx, one) -> open(tx, one).flatMap(round -> demand.place(tx, round, lines, one.locked())
                        .then(Mono.defer(() -> step(tx, one, round, new RoundCommand.Lock(Optional.empty(), false), one.locked())))))
                .flatMap(round -> written(plan, (tx, one) -> step(tx, one, round, new RoundCommand.Pool(), one.pooled())));
    }

    Mono<Round> drafted(Tx tx, RoundPlan plan) {
        Actor secretariat = cast.secretariat(plan.association());
        Instant at = atLatest(plan.drafted(), 3);
        return rounds.draft(tx, secretariat, secretariat.partyId(), plan.terms(), at);
    }

    Mono<Round> announced(Tx tx, RoundPlan plan) {
        Instant at = atLatest(plan.announced(), 1);
        return drafted(tx, plan).flatMap(round -> step(tx, plan, round, new RoundCommand.Announce(), at));
    }

    /** What is planned for later was done some days ago. */
    private Instant atLatest(Instant planned, int daysAgo) {
        Instant latest = days.now().minus(Duration.ofDays(daysAgo));
        return planned.isBefore(latest) ? planned : latest;
    }

    Mono<Round> open(Tx tx, RoundPlan plan) {
        return announced(tx, plan).flatMap(round -> step(tx, plan, round, new RoundCommand.Open(Optional.empty(), false), plan.opened()));
    }

    Mono<Round> step(Tx tx, RoundPlan plan, Round round, RoundCommand command, Instant at) {
        return rounds.handle(new Asking(tx, cast.secretariat(plan.association()), at), round.id(), OptionalLong.empty(), command);
    }
}
