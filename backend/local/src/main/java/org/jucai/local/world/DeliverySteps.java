package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.deliveries.CalendarDesk;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryCommand;
import org.jucai.platform.contracts.deliveries.DeliveryDesk;
import org.jucai.platform.contracts.deliveries.PlanDesk;
import org.jucai.platform.contracts.deliveries.WeighDesk;
import org.jucai.platform.contracts.weighing.Weighing;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.recovery.ReplacementDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How trucks are planned, announced, looked at, weighed and unloaded, each as far as its story goes, in the name of whoever does it. */
@Component
class DeliverySteps {

    private static final int MOST = 200;
    private static final int AT_ONCE = 4;
    private static final OptionalLong ANY = OptionalLong.empty();

    private final Desks at;
    private final ContractBoard contracts;
    private final Desk desk;
    private final Cast cast;
    private final DemoDays days;

    DeliverySteps(Desks at, ContractBoard contracts, Desk desk, Cast cast, DemoDays days) {
        this.at = at;
        this.contracts = contracts;
        this.desk = desk;
        this.cast = cast;
        this.days = days;
    }

    /** Where trucks are taken from step to step. */
    @Component
    record Desks(PlanDesk plan, DeliveryDesk deliveries, WeighDesk scales, CalendarDesk calendar, ReplacementDesk replacements) {}

    /** What may be called off in a round: by supplier, member and line. */
    Mono<List<CalledItem>> open(UUID round) {
        return page(round, Optional.empty()).expand(page -> page.nextCursor() == null ? Mono.empty() : page(round, Optional.of(page.nextCursor())))
                .concatMapIterable(Page::items)
                .sort(java.util.Comparator.comparing((CalledItem each) -> cast.code(each.sellerId())).thenComparing(each -> cast.code(each.item().enterpriseId()))
                        .thenComparing(each -> each.item().goods().grade()).thenComparing(each -> each.item().mass()))
                .collectList();
    }

    private Mono<Page<CalledItem>> page(UUID round, Optional<String> cursor) {
        return desk.database().read(Scope.of(cast.person(Person.FINANCE)), tx -> contracts.openItems(tx, Optional.of(round), cursor.orElse(null), MOST));
    }

    Mono<Void> alert(Instant when, CalendarDesk.Alert alert) {
        return desk.as(cast.secretariat(Cast.FIRST), when, asking -> at.calendar.record(asking, List.of(alert))).then();
    }

    /** Each in a transaction of its own; those of one item one after the other. */
    Mono<Void> driven(List<Truck> trucks) {
        Map<UUID, List<Truck>> byItem = trucks.stream().collect(Collectors.groupingBy(truck -> truck.item().item().id(), LinkedHashMap::new, Collectors.toList()));
        return Flux.fromIterable(byItem.values()).flatMap(item -> Flux.fromIterable(item).concatMap(this::driven), AT_ONCE).then();
    }

    private Mono<Delivery> driven(Truck truck) {
        return driven(truck, tx -> planned(tx, truck));
    }

    /** In place of one that went back, by its supplier. */
    Mono<Delivery> replaced(Truck truck, UUID gone, Instant when) {
        return driven(truck, tx -> at.replacements.replace(by(tx, truck.item().sellerId(), when), gone, new ReplacementDesk.Wanted(truck.on(), Optional.empty())));
    }

    private Mono<Delivery> driven(Truck truck, Function<Tx, Mono<Delivery>> plan) {
        Set<UUID> concerned = new HashSet<>(Set.of(truck.item().sellerId(), truck.item().groupId(), truck.receiver()));
        concerned.addAll(Set.of(truck.item().buyerId(), cast.party(Cast.FIRST)));
        concerned.add(truck.item().item().enterpriseId());
        return desk.together(concerned, tx -> plan.apply(tx)
                .flatMap(planned -> truck.is(Truck.Until.ANNOUNCED) ? announced(tx, planned, truck) : Mono.just(planned))
                .flatMap(onItsWay -> truck.is(Truck.Until.ARRIVED) ? atTheGate(tx, onItsWay, truck) : Mono.just(onItsWay))
                .flatMap(there -> truck.is(Truck.Until.UNLOADED) ? unloaded(tx, there, truck) : Mono.just(there)));
    }

    private Mono<Delivery> planned(Tx tx, Truck truck) {
        PlanDesk.Wanted wanted = new PlanDesk.Wanted(truck.item().item().id(), new Kilograms(truck.load().plannedKg()), truck.on(), Optional.empty(), truck.store());
        return at.plan.plan(by(tx, truck.item().sellerId(), truck.plannedAt(days.now())), truck.item().contractId(), List.of(wanted)).map(List::getFirst);
    }

    private Mono<Delivery> announced(Tx tx, Delivery planned, Truck truck) {
        Instant when = truck.notifiedAt(days.now());
        Asking seller = by(tx, truck.item().sellerId(), when);
        Delivery.Notice notice = new Delivery.Notice(truck.plate(), "驾驶员 " + truck.number(), Desk.phone(truck.plate()), new Kilograms(truck.load().sentKg()), truck.expectedAt(), when);
        return at.deliveries.take(seller, planned.id(), ANY, new DeliveryCommand.Notify(notice))
                .then(at.scales.weigh(seller, planned.id(), ANY, shown(truck.origin(cast.code(truck.item().sellerId()), when.minusSeconds(1_800)))));
    }

    private Mono<Delivery> atTheGate(Tx tx, Delivery onItsWay, Truck truck) {
        Instant when = truck.arrivedAt(days.now());
        Mono<Delivery> arrived = at.deliveries.take(by(tx, truck.receiver(), when), onItsWay.id(), ANY, new DeliveryCommand.Arrive(when));
        if (!truck.is(Truck.Until.CHECKED)) return arrived;
        Asking checking = by(tx, truck.receiver(), when.plus(Duration.ofMinutes(10)));
        Mono<Delivery> checked = arrived.then(at.deliveries.take(checking, onItsWay.id(), ANY, new DeliveryCommand.Check("外观正常，篷布完好", List.of())));
        if (!truck.is(Truck.Until.WEIGHED)) return checked;
        Asking weighing = by(tx, truck.receiver(), when.plus(Duration.ofMinutes(20)));
        return checked.then(at.scales.weigh(weighing, onItsWay.id(), ANY, shown(truck.destination(cast.code(truck.receiver()), weighing.at()))));
    }

    /** The demo world has no photographs. */
    private static WeighDesk.Shown shown(Weighing weighing) {
        return new WeighDesk.Shown(weighing, List.of());
    }

    private Mono<Delivery> unloaded(Tx tx, Delivery weighed, Truck truck) {
        Asking unloading = by(tx, truck.receiver(), truck.arrivedAt(days.now()).plus(Duration.ofMinutes(40)));
        Mono<Delivery> unloaded = at.deliveries.take(unloading, weighed.id(), ANY, new DeliveryCommand.Unload());
        if (!truck.is(Truck.Until.PASSED)) return unloaded;
        Mono<Delivery> passed = unloaded.then(at.deliveries.take(by(tx, truck.receiver(), truck.passedAt(days.now())), weighed.id(), ANY,
                new DeliveryCommand.Pass("JC-" + weighed.code().substring(2))));
        if (!truck.is(Truck.Until.RELEASED)) return passed;
        DeliveryDesk.Release all = new DeliveryDesk.Release(Optional.empty(), "HK-" + weighed.code().substring(2), "FH-" + weighed.code().substring(2));
        return passed.then(at.deliveries.release(by(tx, truck.item().buyerId(), truck.releasedAt(days.now())), weighed.id(), ANY, all));
    }

    private Asking by(Tx tx, UUID party, Instant when) {
        return new Asking(tx, cast.trader(party), when);
    }
}
