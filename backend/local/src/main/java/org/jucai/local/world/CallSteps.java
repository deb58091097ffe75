package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jucai.local.DemoClock;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a round goes from its frozen lots to a call for offers, to open offers, to the public notice. What the application does by itself is done at the time of the story. */
@Component
class CallSteps {

    private final RoundSteps rounds;
    private final OfferSteps offers;
    private final UnsealingSteps opening;
    private final RunSteps runs;
    private final AwardSteps awards;
    private final DemoClock clock;
    private final DemoDays days;

    CallSteps(RoundSteps rounds, OfferSteps offers, UnsealingSteps opening, RunSteps runs, AwardSteps awards, DemoClock clock, DemoDays days) {
        this.rounds = rounds;
        this.offers = offers;
        this.opening = opening;
        this.runs = runs;
        this.awards = awards;
        this.clock = clock;
        this.days = days;
    }

    static RoundPlan quarter(LocalDate today, int openedDaysAgo, List<String> grades) {
        return RoundPlan.quarter(Cast.FIRST, today, openedDaysAgo, Profile.INQUIRY, grades);
    }

    /** Offers are asked for, and taken until the deadline or until now. */
    Mono<Round> called(CallPlan call, ModelDemand demand, ModelOffers model) {
        return Timed.step("frozen", rounds.frozen(call.round(), demand))
                .flatMap(round -> Timed.step("asked for offers", offers.asked(round, call, model, days.now())));
    }

    /** Offers lie open, and nobody has judged them. */
    Mono<Round> opened(CallPlan call, ModelDemand demand, ModelOffers model) {
        clock.tell(call.tendered());
        return called(call, demand, model).flatMap(round -> Timed.step("opened", opening.opened(round, call)));
    }

    /** Up to the public notice. */
    Mono<Round> told(CallPlan call, ModelDemand demand, ModelOffers model, Instant noticeAt) {
        return opened(call, demand, model).flatMap(round -> Timed.step("evaluated", opening.evaluated(round, call)))
                .flatMap(round -> Timed.step("computed", runs.computed(round, call)).flatMap(run -> Timed.step("publicised", awards.publicised(round, run, noticeAt))));
    }

    /** Up to the award that a second pair of eyes made final. */
    Mono<Round> awarded(CallPlan call, ModelDemand demand, ModelOffers model) {
        return told(call, demand, model, call.opens().plus(Duration.ofDays(2))).flatMap(round -> Timed.step("made final", awards.finalised(round)));
    }

    /** The story has come to the present. */
    void present() {
        clock.present();
    }
}
