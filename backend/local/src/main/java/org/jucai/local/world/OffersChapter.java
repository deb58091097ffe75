package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.local.DemoClock;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rounds from the asking for offers on: awarded, at public notice, at its opening, and one that takes offers. Before the other rounds, so that those are the last ones. */
@Component
@Order(25)
class OffersChapter implements DemoChapter {

    private final RoundSteps rounds;
    private final TrusteeSteps trustees;
    private final OfferSteps offers;
    private final UnsealingSteps opening;
    private final RunSteps runs;
    private final AwardSteps awards;
    private final DemoClock clock;
    private final DemoDays days;

    OffersChapter(RoundSteps rounds, TrusteeSteps trustees, OfferSteps offers, UnsealingSteps opening, RunSteps runs, AwardSteps awards, DemoClock clock, DemoDays days) {
        this.rounds = rounds;
        this.trustees = trustees;
        this.offers = offers;
        this.opening = opening;
        this.runs = runs;
        this.awards = awards;
        this.clock = clock;
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
        CallPlan awarded = CallPlan.of(quarter(today, 118, List.of("GSN98", "GSN97", "RN-soft")), today, 40, -28);
        CallPlan noticed = CallPlan.of(quarter(today, 112, List.of("GL-80", "YNS-42")), today, 20, -7);
        CallPlan closed = CallPlan.of(quarter(today, 106, List.of("GL-70", "GL-60")), today, 14, -1);
        CallPlan taking = CallPlan.of(quarter(today, 100, List.of("GL-88A", "GL-85A", "GL-50")), today, 4, 6);
        return trustees.register(DemoDays.at(today.minusDays(400), 10))
                .then(Mono.defer(() -> told(awarded, demand, model, awarded.opens().plus(Duration.ofDays(2))).flatMap(awards::finalised)))
                .then(Mono.defer(() -> told(noticed, demand, model, days.now().minus(Duration.ofHours(20)))))
                .doFinally(_ -> clock.present())
                .then(Mono.defer(() -> called(closed, demand, model)))
                .then(Mono.defer(() -> called(taking, demand, model)))
                .then();
    }

    private static RoundPlan quarter(LocalDate today, int openedDaysAgo, List<String> grades) {
        return RoundPlan.quarter(Cast.FIRST, today, openedDaysAgo, Profile.INQUIRY, grades);
    }

    private Mono<Round> called(CallPlan call, ModelDemand demand, ModelOffers model) {
        return rounds.frozen(call.round(), demand).flatMap(round -> offers.asked(round, call, model, days.now()));
    }

    /** Up to the public notice. What the application does by itself is done at the time of the story. */
    private Mono<Round> told(CallPlan call, ModelDemand demand, ModelOffers model, Instant noticeAt) {
        clock.tell(call.tendered());
        return called(call, demand, model).flatMap(round -> opening.evaluated(round, call))
                .flatMap(round -> runs.computed(round, call).flatMap(run -> awards.publicised(round, run, noticeAt)));
    }
}
