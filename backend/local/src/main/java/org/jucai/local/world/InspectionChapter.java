package org.jucai.local.world;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.SampleKind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Goods of the round under way: a batch that an umpire judged, whose price changed; one that is contested and tested again; one whose result waits for the second person. The rest waits in quarantine. */
@Component
@Order(28)
class InspectionChapter implements DemoChapter {

    private static final long JUST_BELOW_PPM = 5_000;
    private static final long BELOW_PPM = 8_000;

    private final InspectionSteps steps;

    InspectionChapter(InspectionSteps steps) {
        this.steps = steps;
    }

    @Override
    public String key() {
        return "inspection";
    }

    @Override
    public String title() {
        return "检验与计价 Inspection and price";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        return steps.quarantined().flatMap(trucks -> umpired(trucks, 0).then(Mono.defer(() -> contested(trucks, 1))).then(Mono.defer(() -> entered(trucks, 2))));
    }

    private Mono<Void> umpired(List<Delivery> trucks, int which) {
        if (trucks.size() <= which) return Mono.empty();
        Delivery truck = trucks.get(which);
        InspectionSteps.Span span = steps.since(truck);
        return steps.goods(truck).flatMap(goods -> steps.sampled(truck, which + 1).flatMap(batch -> issued(batch, span, goods)
                .flatMap(contested -> steps.issued(InspectionSteps.code(contested, SampleKind.UMPIRE), InspectionSteps.UMPIRE, span.at(10), goods, JUST_BELOW_PPM)))).then();
    }

    private Mono<Batch> issued(Batch batch, InspectionSteps.Span span, InspectionSteps.Goods goods) {
        return steps.issued(InspectionSteps.code(batch, SampleKind.MAIN), InspectionSteps.FIRST, span.at(5), goods, BELOW_PPM).flatMap(result -> steps.contested(batch, result, span.at(6), false));
    }

    private Mono<Void> contested(List<Delivery> trucks, int which) {
        if (trucks.size() <= which) return Mono.empty();
        Delivery truck = trucks.get(which);
        InspectionSteps.Span span = steps.since(truck);
        return steps.goods(truck).flatMap(goods -> steps.sampled(truck, which + 1)
                .flatMap(batch -> steps.issued(InspectionSteps.code(batch, SampleKind.MAIN), InspectionSteps.FIRST, span.at(6), goods, BELOW_PPM)
                        .flatMap(result -> steps.contested(batch, result, span.at(8), true))
                        .then(steps.arrived(InspectionSteps.code(batch, SampleKind.DUPLICATE), InspectionSteps.FIRST, span.at(10))))).then();
    }

    private Mono<Void> entered(List<Delivery> trucks, int which) {
        if (trucks.size() <= which) return Mono.empty();
        Delivery truck = trucks.get(which);
        return steps.goods(truck).flatMap(goods -> steps.sampled(truck, which + 1)
                .flatMap(batch -> steps.entered(InspectionSteps.code(batch, SampleKind.MAIN), InspectionSteps.FIRST, steps.since(truck).at(9), goods, 0))).then();
    }
}
