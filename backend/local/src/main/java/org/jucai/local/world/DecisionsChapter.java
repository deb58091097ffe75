package org.jucai.local.world;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rounds that wait for a decision: one whose public notice ended and that a second pair of eyes may make final, and one whose open offers are to be judged. */
@Component
@Order(24)
class DecisionsChapter implements DemoChapter {

    private final TrusteeSteps trustees;
    private final CallSteps calls;
    private final DemoDays days;

    DecisionsChapter(TrusteeSteps trustees, CallSteps calls, DemoDays days) {
        this.trustees = trustees;
        this.calls = calls;
        this.days = days;
    }

    @Override
    public String key() {
        return "decisions";
    }

    @Override
    public String title() {
        return "待定标的两轮 Two rounds that wait for a decision";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        LocalDate today = days.today();
        ModelDemand demand = new ModelDemand(chance);
        ModelOffers model = new ModelOffers(chance);
        CallPlan noticed = CallPlan.of(CallSteps.quarter(today, 116, List.of("YNS-45", "RN-soft")), today, 33, -21);
        CallPlan opened = CallPlan.of(CallSteps.quarter(today, 109, List.of("YNS-42", "GSN98")), today, 16, -2);
        return trustees.register(DemoDays.at(today.minusDays(400), 10))
                .then(Mono.defer(() -> calls.told(noticed, demand, model, days.now().minus(Duration.ofDays(18)))))
                .then(Mono.defer(() -> calls.opened(opened, demand, model)))
                .doFinally(_ -> calls.present())
                .then();
    }
}
