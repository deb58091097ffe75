package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Rounds in the states that members meet: cancelled, frozen, pooled, collecting, announced, drafted. A round whose
 * deadline has passed is carried past it in one transaction, or the clock would be first.
 */
@Component
@Order(30)
class RoundsChapter implements DemoChapter {

    private final Desk desk;
    private final RoundDesk rounds;
    private final DemandSteps demand;
    private final AnswerSteps answers;
    private final Cast cast;
    private final DemoDays days;

    RoundsChapter(Desk desk, RoundDesk rounds, DemandSteps demand, AnswerSteps answers, Cast cast, DemoDays days) {
        this.desk = desk;
        this.rounds = rounds;
        this.demand = demand;
        this.answers = answers;
        this.cast = cast;
        this.days = days;
    }

    @Override
    public String key() {
        return "rounds";
    }

    @Override
    public String title() {
        return "八轮采购和需求 Eight rounds and their demand";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        LocalDate today = days.today();
        ModelDemand model = new ModelDemand(chance);
        return cancelled(RoundPlan.of(Cast.FIRST, today, -3), model)
                .then(Mono.defer(() -> frozen(RoundPlan.of(Cast.FIRST, today, -2), model)))
                .then(Mono.defer(() -> frozen(RoundPlan.of(Cast.FIRST, today, -1), model)))
                .then(Mono.defer(() -> pooled(RoundPlan.of(Cast.SECOND, today, -1), model)))
                .then(Mono.defer(() -> collecting(RoundPlan.of(Cast.FIRST, today, 0), model)))
                .then(Mono.defer(() -> collecting(RoundPlan.of(Cast.SECOND, today, 0), model)))
                .then(Mono.defer(() -> written(RoundPlan.of(Cast.FIRST, today, 1), this::announced)))
                .then(Mono.defer(() -> written(RoundPlan.of(Cast.FIRST, today, 2), this::drafted)))
                .then();
    }

    /** What is done for a round in one transaction. */
    private interface Story {
        Mono<Round> tell(Tx tx, RoundPlan plan);
    }

    private Mono<Round> written(RoundPlan plan, Story story) {
        return desk.together(cast.everybody(), tx -> story.tell(tx, plan));
    }

    private Mono<Round> cancelled(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> lines = DemandSteps.share(demand.wanted(plan, model), 40);
        Instant when = plan.opened().plus(Duration.ofDays(3));
        return written(plan, (tx, one) -> open(tx, one).flatMap(round -> demand.place(tx, round, lines, when)
                .then(Mono.defer(() -> step(tx, one, round, new RoundCommand.Cancel("主产区道路管制，供应商无法报价，本轮取消，需求转入下一轮"), when)))));
    }

    private Mono<Round> frozen(RoundPlan plan, ModelDemand model) {
        return pooled(plan, model).flatMap(round ->
                written(plan, (tx, one) -> step(tx, one, round, new RoundCommand.Freeze(), one.frozen())));
    }

    private Mono<Round> pooled(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> lines = demand.wanted(plan, model);
        return written(plan, (tx, one) -> open(tx, one).flatMap(round -> demand.place(tx, round, lines, one.locked())
                        .then(Mono.defer(() -> step(tx, one, round, new RoundCommand.Lock(Optional.empty(), false), one.locked())))))
                .flatMap(round -> written(plan, (tx, one) -> step(tx, one, round, new RoundCommand.Pool(), one.pooled())));
    }

    private Mono<Round> collecting(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> all = demand.wanted(plan, model);
        Map<String, List<DemandTerms>> lines = DemandSteps.share(all, 70);
        return written(plan, (tx, one) -> open(tx, one).flatMap(round -> demand.place(tx, round, lines, days.now())
                .then(Mono.defer(() -> demand.enter(tx, round, DemandSteps.rest(all, lines), days.now())))
                .then(Mono.defer(() -> answers.sign(tx, round, List.copyOf(lines.keySet()), days.now())))
                .then(Mono.defer(() -> answers.decline(tx, round, demand.silent(plan, all, lines), days.now())))
                .thenReturn(round)));
    }

    private Mono<Round> drafted(Tx tx, RoundPlan plan) {
        Actor secretariat = cast.secretariat(plan.association());
        Instant at = atLatest(plan.drafted(), 3);
        return rounds.draft(tx, secretariat, secretariat.partyId(), plan.terms(), at);
    }

    private Mono<Round> announced(Tx tx, RoundPlan plan) {
        Instant at = atLatest(plan.announced(), 1);
        return drafted(tx, plan).flatMap(round -> step(tx, plan, round, new RoundCommand.Announce(), at));
    }

    /** What is planned for later was done some days ago. */
    private Instant atLatest(Instant planned, int daysAgo) {
        Instant latest = days.now().minus(Duration.ofDays(daysAgo));
        return planned.isBefore(latest) ? planned : latest;
    }

    private Mono<Round> open(Tx tx, RoundPlan plan) {
        return announced(tx, plan).flatMap(round -> step(tx, plan, round, new RoundCommand.Open(Optional.empty(), false), plan.opened()));
    }

    private Mono<Round> step(Tx tx, RoundPlan plan, Round round, RoundCommand command, Instant at) {
        return rounds.handle(new Asking(tx, cast.secretariat(plan.association()), at), round.id(), OptionalLong.empty(), command);
    }
}
