package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.Limit;
import org.jucai.platform.catalogue.Material;
import org.jucai.platform.catalogue.MaterialCode;
import org.jucai.platform.catalogue.TestMethod;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.Drawn;
import org.jucai.platform.inspection.FormingDesk;
import org.jucai.platform.inspection.InspectionDesk;
import org.jucai.platform.inspection.SampleKind;
import org.jucai.platform.inspection.laboratory.LabCommand;
import org.jucai.platform.inspection.laboratory.LabResult;
import org.jucai.platform.inspection.laboratory.LabSample;
import org.jucai.platform.inspection.laboratory.LaboratoryDesk;
import org.jucai.platform.inspection.laboratory.Reading;
import org.jucai.platform.inspection.laboratory.SampleCode;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a truck's goods become a batch, its samples are drawn and tested, and a result is contested, each step in the name of whoever takes it. */
@Component
class InspectionSteps {

    /** What is measured of bauxite where nothing is guaranteed. */
    private static final Map<Measure, Long> USUAL = Map.of(Measure.MOISTURE, 4_000L, Measure.OFF_SIZE, 30_000L, Measure.BULK_DENSITY, 3_200L, Measure.AL2O3, 860_000L,
            Measure.FE2O3, 12_000L, Measure.TIO2, 30_000L, Measure.CAO_MGO, 4_000L, Measure.K2O_NA2O, 3_000L);
    private static final int MOST = 200;

    private final Desks at;
    private final Boards known;
    private final Desk desk;
    private final Cast cast;
    private final DemoDays days;

    InspectionSteps(Desks at, Boards known, Desk desk, Cast cast, DemoDays days) {
        this.at = at;
        this.known = known;
        this.desk = desk;
        this.cast = cast;
        this.days = days;
    }

    /** Where steps are taken. */
    @Component
    record Desks(FormingDesk forming, InspectionDesk inspection, LaboratoryDesk laboratory, Ids ids) {}

    /** What is asked. */
    @Component
    record Boards(DeliveryBoard deliveries, ContractBoard contracts, CatalogueBoard catalogue) {}

    /** Steps of a story between its beginning and now. */
    record Span(Instant from, Instant to) {

        private static final int STEPS = 12;

        Instant at(int step) {
            return from.plus(Duration.between(from, to).dividedBy(STEPS).multipliedBy(step));
        }
    }

    /** Two people of a laboratory. */
    record Bench(String tester, String verifier) {}

    static final Bench FIRST = new Bench("laboratory", "laboratory-2");
    static final Bench UMPIRE = new Bench("umpire-1", "umpire-2");

    /** What waits in the quarantine of those whom visitors play, the best grades first, for formulas are usual for them. */
    Mono<List<Delivery>> quarantined() {
        DeliveryBoard.Wanted wanted = new DeliveryBoard.Wanted(Optional.empty(), Set.of(DeliveryStatus.UNLOADED), Optional.empty(), null, MOST);
        return desk.database().read(Scope.of(cast.person(Person.FINANCE)), tx -> known.deliveries.list(tx, wanted)).map(page -> page.items().stream().map(DeliveryBoard.Shown::delivery)
                .filter(one -> Person.BUYERS.contains(cast.code(one.concerned().receiverId())))
                .sorted(Comparator.comparing((Delivery one) -> one.agreed().grade()).reversed().thenComparing(one -> cast.code(one.concerned().receiverId()))
                        .thenComparing(one -> cast.code(one.concerned().sellerId())))
                .toList());
    }

    Span since(Delivery unloaded) {
        return new Span(unloaded.arrivedAt().orElseThrow().plus(Duration.ofHours(1)), days.now().minus(Duration.ofMinutes(20)));
    }

    /** A batch with a main sample, a duplicate and one for the umpire. */
    Mono<Batch> sampled(Delivery truck, int number) {
        Span span = since(truck);
        Actor receiver = cast.trader(truck.concerned().receiverId());
        UUID first = cast.party("L001");
        List<InspectionDesk.Wanted> three = List.of(new InspectionDesk.Wanted(SampleKind.MAIN, first, seal(number, 1)), new InspectionDesk.Wanted(SampleKind.DUPLICATE, first, seal(number, 2)),
                new InspectionDesk.Wanted(SampleKind.UMPIRE, cast.party("L002"), seal(number, 3)));
        return desk.as(receiver, span.at(1), asking -> at.forming.form(asking, List.of(truck.id())))
                .flatMap(batch -> desk.as(receiver, span.at(2), asking -> at.inspection.draw(asking, new InspectionDesk.Which(batch.id(), OptionalLong.empty()), three)));
    }

    private static String seal(int number, int sample) {
        return "F-%03d%d".formatted(number, sample);
    }

    static SampleCode code(Batch batch, SampleKind kind) {
        return batch.inspection().sample(kind).map(Drawn::code).orElseThrow();
    }

    Mono<LabSample> arrived(SampleCode code, Bench bench, Instant when) {
        return desk.as(cast.person(bench.tester()), when, asking -> at.laboratory.take(asking, code.code(), new LabCommand.Arrive(true, "封条完好")));
    }

    /** @param lessPpm by so much alumina stays below what was guaranteed */
    Mono<LabSample> entered(SampleCode code, Bench bench, Instant when, Goods goods, long lessPpm) {
        return arrived(code, bench, when.minus(Duration.ofMinutes(30))).flatMap(sample -> desk.as(cast.person(bench.tester()), when,
                asking -> at.laboratory.take(asking, code.code(), new LabCommand.Enter(at.ids.next(), goods.readings(sample, lessPpm), Optional.empty()))));
    }

    /** Entered by one, verified and issued by another. The version's id. */
    Mono<UUID> issued(SampleCode code, Bench bench, Instant when, Goods goods, long lessPpm) {
        Actor verifier = cast.person(bench.verifier());
        return entered(code, bench, when.minus(Duration.ofMinutes(20)), goods, lessPpm).map(sample -> sample.results().getLast()).map(LabResult::id)
                .flatMap(id -> desk.as(verifier, when.minus(Duration.ofMinutes(10)), asking -> at.laboratory.take(asking, id, new LabCommand.Verify(id)))
                        .then(desk.as(verifier, when, asking -> at.laboratory.take(asking, id, new LabCommand.Issue(id)))).thenReturn(id));
    }

    Mono<Batch> contested(Batch batch, UUID result, Instant when, boolean retest) {
        return desk.as(cast.trader(batch.of().sellerId()), when, asking -> at.inspection.contest(asking, result, "铝含量与出厂检验单相差较大，申请复核", retest));
    }

    /** What its contract guarantees of a truck's goods, and by which standards they are tested. */
    Mono<Goods> goods(Delivery truck) {
        return desk.database().read(Scope.of(cast.person(Person.FINANCE)), tx -> known.contracts.get(tx, truck.of().contractId()))
                .map(contract -> contract.items().stream().filter(item -> item.id().equals(truck.of().itemId())).findFirst().orElseThrow())
                .zipWith(known.catalogue.current(), Goods::new);
    }

    record Goods(ContractItem item, Catalogue catalogue) {

        List<Reading> readings(LabSample sample, long lessPpm) {
            List<TestMethod> methods = catalogue.material(new MaterialCode(sample.material())).map(Material::testMethods).orElse(List.of());
            return sample.wanted().stream().sorted().map(measure -> new Reading(measure, value(measure) - (measure == Measure.AL2O3 ? lessPpm : 0), basis(measure), method(methods, measure))).toList();
        }

        /** Just what was guaranteed. */
        private long value(Measure measure) {
            return item.goods().guarantees().stream().filter(each -> Measure.called(each.property()).filter(measure::equals).isPresent()).findFirst()
                    .map(each -> Optional.ofNullable(each.minimumPpm()).orElseGet(() -> Optional.ofNullable(each.maximumPpm()).orElse(0L)))
                    .orElseGet(() -> USUAL.getOrDefault(measure, 10_000L));
        }

        private static Limit.Basis basis(Measure measure) {
            if (measure == Measure.MOISTURE) return Limit.Basis.AS_RECEIVED;
            return measure.unit() == Measure.Unit.PPM ? Limit.Basis.DRY : Limit.Basis.NOT_APPLICABLE;
        }

        private static String method(List<TestMethod> methods, Measure measure) {
            return methods.stream().filter(each -> each.purpose() == TestMethod.Purpose.TESTING && each.properties().stream().anyMatch(property -> property.name().equals(measure.name())))
                    .map(TestMethod::standard).findFirst().orElse("内部方法");
        }
    }
}
