package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
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

    private final RoundSteps steps;
    private final DemandSteps demand;
    private final AnswerSteps answers;
    private final DemoDays days;

    RoundsChapter(RoundSteps steps, DemandSteps demand, AnswerSteps answers, DemoDays days) {
        this.steps = steps;
        this.demand = demand;
        this.answers = answers;
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
                .then(Mono.defer(() -> steps.frozen(RoundPlan.of(Cast.FIRST, today, -2), model)))
                .then(Mono.defer(() -> steps.frozen(RoundPlan.of(Cast.FIRST, today, -1), model)))
                .then(Mono.defer(() -> steps.pooled(RoundPlan.of(Cast.SECOND, today, -1), model)))
                .then(Mono.defer(() -> collecting(RoundPlan.of(Cast.FIRST, today, 0), model)))
                .then(Mono.defer(() -> collecting(RoundPlan.of(Cast.SECOND, today, 0), model)))
                .then(Mono.defer(() -> steps.written(RoundPlan.of(Cast.FIRST, today, 1), steps::announced)))
                .then(Mono.defer(() -> steps.written(RoundPlan.of(Cast.FIRST, today, 2), steps::drafted)))
                .then();
    }

    private Mono<Round> cancelled(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> lines = DemandSteps.share(demand.wanted(plan, model), 40);
        Instant when = plan.opened().plus(Duration.ofDays(3));
        return steps.written(plan, (tx, one) -> steps.open(tx, one).flatMap(round -> demand.place(tx, round, lines, when)
                .then(Mono.defer(() -> steps.step(tx, one, round, new RoundCommand.Cancel("主产区道路管制，供应商无法报价，本轮取消，需求转入下一轮"), when)))));
    }

    private Mono<Round> collecting(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> all = demand.wanted(plan, model);
        Map<String, List<DemandTerms>> lines = DemandSteps.share(all, 70);
        return steps.written(plan, (tx, one) -> steps.open(tx, one).flatMap(round -> demand.place(tx, round, lines, days.now())
                .then(Mono.defer(() -> demand.enter(tx, round, DemandSteps.rest(all, lines), days.now())))
                .then(Mono.defer(() -> answers.sign(tx, round, List.copyOf(lines.keySet()), days.now())))
                .then(Mono.defer(() -> answers.decline(tx, round, demand.silent(plan, all, lines), days.now())))
                .thenReturn(round)));
    }
}
