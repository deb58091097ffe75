package org.jucai.local.world;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A past round whose contracts are in force, but for those that wait for the signature of somebody whom visitors play, and for a deposit. */
@Component
@Order(26)
class ContractsChapter implements DemoChapter {

    /** A month of the model in which two of the members whom visitors play want these grades. */
    private static final int MONTH = 7;
    private static final List<String> GRADES = List.of("GL-88A", "GL-85A", "GL-50");

    private final CallSteps calls;
    private final SigningSteps contracts;
    private final DemoDays days;

    ContractsChapter(CallSteps calls, SigningSteps contracts, DemoDays days) {
        this.calls = calls;
        this.contracts = contracts;
        this.days = days;
    }

    @Override
    public String key() {
        return "contracts";
    }

    @Override
    public String title() {
        return "合同 Contracts";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        LocalDate today = days.today();
        CallPlan call = CallPlan.of(CallSteps.quarter(today, 140, GRADES).ofMonth(MONTH), today, 60, -46);
        return calls.awarded(call, ModelDemand.ofVisitorsAndAFew(chance), ModelOffers.whereVisitorsWin(chance))
                .flatMap(contracts::signed)
                .doFinally(_ -> calls.present())
                .then();
    }
}
