package org.jucai.local.world;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.rounds.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rounds from the asking for offers on: one that takes them, one at its opening. Before the other rounds, so that those are the last ones. */
@Component
@Order(25)
class OffersChapter implements DemoChapter {

    private final RoundSteps rounds;
    private final TrusteeSteps trustees;
    private final OfferSteps offers;
    private final DemoDays days;

    OffersChapter(RoundSteps rounds, TrusteeSteps trustees, OfferSteps offers, DemoDays days) {
        this.rounds = rounds;
        this.trustees = trustees;
        this.offers = offers;
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
        CallPlan opening = CallPlan.of(quarter(today, 106, List.of("GL-70", "GL-60")), today, 14, -1);
        CallPlan taking = CallPlan.of(quarter(today, 100, List.of("GL-88A", "GL-85A", "GL-50")), today, 4, 6);
        return trustees.register(DemoDays.at(today.minusDays(400), 10))
                .then(Mono.defer(() -> called(opening, demand, model)))
                .then(Mono.defer(() -> called(taking, demand, model)));
    }

    private static RoundPlan quarter(LocalDate today, int openedDaysAgo, List<String> grades) {
        return RoundPlan.quarter(Cast.FIRST, today, openedDaysAgo, Profile.INQUIRY, grades);
    }

    private Mono<Void> called(CallPlan call, ModelDemand demand, ModelOffers model) {
        return rounds.frozen(call.round(), demand).flatMap(round -> offers.asked(round, call, model, days.now())).then();
    }
}
