package org.jucai.local.world;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rounds from the asking for offers on: awarded, at public notice, at its opening, and one that takes offers. Before the other rounds, so that those are the last ones. */
@Component
@Order(25)
class OffersChapter implements DemoChapter {

    private final CallSteps calls;
    private final DemoDays days;

    OffersChapter(CallSteps calls, DemoDays days) {
        this.calls = calls;
        this.days = days;
    }

    @Override
    public String key() {
        return "offers";
    }

    @Override
    public String title() {
        return "密封报价 Sealed offers";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        LocalDate today = days.today();
        ModelDemand demand = new ModelDemand(chance);
        ModelOffers model = new ModelOffers(chance);
        CallPlan awarded = CallPlan.of(CallSteps.quarter(today, 118, List.of("GSN98", "GSN97", "RN-soft")), today, 40, -28);
        CallPlan noticed = CallPlan.of(CallSteps.quarter(today, 112, List.of("GL-80", "YNS-42")), today, 20, -7);
        CallPlan closed = CallPlan.of(CallSteps.quarter(today, 106, List.of("GL-70", "GL-60")), today, 14, -1);
        CallPlan taking = CallPlan.of(CallSteps.quarter(today, 100, List.of("GL-88A", "GL-85A", "GL-50")), today, 4, 6);
        return calls.awarded(awarded, demand, model)
                .then(Mono.defer(() -> calls.told(noticed, demand, model, days.now().minus(Duration.ofHours(20)))))
                .doFinally(_ -> calls.present())
                .then(Mono.defer(() -> calls.called(closed, demand, model)))
                .then(Mono.defer(() -> calls.called(taking, demand, model)))
                .then();
    }
}
