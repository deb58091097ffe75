package org.jucai.platform.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.contracts.spi.QualityGate;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.jucai.platform.settlement.reckoning.Goods;
import org.jucai.platform.settlement.reckoning.Sold;
import org.jucai.platform.settlement.reckoning.TaxLine;
import org.jucai.platform.settlement.reckoning.Valuing;
import org.jucai.platform.settlement.reckoning.Worth;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Values goods that were taken and whose quality is decided: each truck once, one contract at a time. */
@Component
class Valuation {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final SqlWorths worths;
    private final Agreed agreed;
    private final DeliveryBoard deliveries;
    private final QualityGate quality;
    private final Ids ids;

    Valuation(SqlWorths worths, Agreed agreed, DeliveryBoard deliveries, QualityGate quality, Ids ids) {
        this.worths = worths;
        this.agreed = agreed;
        this.deliveries = deliveries;
        this.quality = quality;
        this.ids = ids;
    }

    /** A truck that waits; its goods once they can be valued. */
    private record Truck(DeliveryBoard.Shown shown, LocalDate on, Optional<Goods> goods) {

        UUID itemId() {
            return shown.delivery().of().itemId();
        }
    }

    /** How many trucks were valued. */
    Mono<Integer> value(Tx tx, UUID supplyId, Instant now) {
        return worths.alone(tx, supplyId).then(Mono.defer(() -> worths.waiting(tx, supplyId))).filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> trucks(tx, Set.copyOf(waiting), now))
                .filter(trucks -> trucks.stream().anyMatch(truck -> truck.goods().isPresent()))
                .flatMap(trucks -> agreed.of(tx, supplyId).zipWith(worths.standing(tx, supplyId))
                        .map(known -> valued(known.getT1(), known.getT2(), trucks, now)))
                .flatMap(valued -> worths.add(tx, valued, now).then(worths.valued(tx, valued.stream().flatMap(each -> each.deliveryId().stream()).toList())).thenReturn(valued.size()))
                .defaultIfEmpty(0);
    }

    private Mono<List<Truck>> trucks(Tx tx, Set<UUID> waiting, Instant now) {
        return Mono.zip(deliveries.all(tx, waiting), quality.ofDeliveries(tx, waiting), quality.tracks(tx, waiting)).map(known -> known.getT1().stream()
                .filter(shown -> DeliveriesTold.TAKEN.contains(shown.delivery().status()))
                .map(shown -> truck(shown, Optional.ofNullable(known.getT2().get(shown.delivery().id())), known.getT3().containsKey(shown.delivery().id()), now)).toList());
    }

    private static Truck truck(DeliveryBoard.Shown shown, Optional<QualityGate.FinalQuality> decided, boolean inBatch, Instant now) {
        Delivery it = shown.delivery();
        LocalDate on = LocalDate.ofInstant(it.arrivedAt().orElse(now), BEIJING);
        Kilograms mass = it.settled().orElse(Kilograms.ZERO);
        boolean passed = !inBatch && it.status() != DeliveryStatus.UNLOADED;
        Optional<Goods> goods = decided.filter(found -> found.track() != QualityGate.Track.REJECTED)
                .map(found -> new Goods(it.id(), it.code(), mass, on, Optional.of(readings(found)), LocalDate.ofInstant(found.finalAt(), BEIJING)))
                .or(() -> passed ? Optional.of(new Goods(it.id(), it.code(), mass, on, Optional.empty(), LocalDate.ofInstant(now, BEIJING))) : Optional.empty());
        return new Truck(shown, on, goods);
    }

    private static Map<Measure, Long> readings(QualityGate.FinalQuality found) {
        return found.readings().entrySet().stream().collect(Collectors.toMap(each -> Measure.valueOf(each.getKey()), Map.Entry::getValue));
    }

    private List<Valued> valued(Agreed.Terms terms, Map<UUID, Valuing.Standing> standing, List<Truck> trucks, Instant now) {
        List<Valued> valued = new ArrayList<>();
        trucks.stream().collect(Collectors.groupingBy(Truck::itemId)).forEach((item, of) -> terms.sold(item).ifPresent(sold -> {
            List<Truck> ready = ready(of, terms.byMonth(sold), now);
            Valuing.of(sold, standing.getOrDefault(item, Valuing.Standing.NOTHING), ready.stream().flatMap(truck -> truck.goods().stream()).toList())
                    .ifPresent(worth -> ready.forEach(truck -> valued.add(valued(terms, sold, truck, worth))));
        }));
        return valued;
    }

    /** Where a month's lots are settled by their mean: once the month is over and each of them is decided. */
    private static List<Truck> ready(List<Truck> trucks, boolean byMonth, Instant now) {
        YearMonth running = YearMonth.from(now.atZone(BEIJING));
        Set<YearMonth> open = byMonth ? trucks.stream().filter(truck -> truck.goods().isEmpty()).map(truck -> YearMonth.from(truck.on())).collect(Collectors.toSet()) : Set.of();
        return trucks.stream().filter(truck -> truck.goods().isPresent())
                .filter(truck -> !byMonth || YearMonth.from(truck.on()).isBefore(running) && !open.contains(YearMonth.from(truck.on()))).toList();
    }

    private Valued valued(Agreed.Terms terms, Sold sold, Truck truck, Map<UUID, Worth> worth) {
        Goods goods = truck.goods().orElseThrow();
        Worth of = worth.getOrDefault(goods.deliveryId(), new Worth(truck.itemId(), goods.mass(), Amounts.ZERO, List.of()));
        List<Line.Ticket> tickets = truck.shown().tickets().stream()
                .map(ticket -> new Line.Ticket(ticket.weighing().side().name(), ticket.weighing().bridge(), ticket.weighing().number(), ticket.weighing().net().kg())).toList();
        return kept(terms, sold, new Found(Optional.of(goods.deliveryId()), goods.code(), truck.on(), goods.decidedOn(), tickets), of);
    }

    /** What a worth is of. */
    private record Found(Optional<UUID> deliveryId, String code, LocalDate on, LocalDate decidedOn, List<Line.Ticket> tickets) {}

    private Valued kept(Agreed.Terms terms, Sold sold, Found found, Worth worth) {
        ContractItem item = sold.supplied();
        TaxLine.Rates rates = new TaxLine.Rates(item.money().vatRateBp(), item.money().freightVatRateBp(), sold.covering().money().feeVatRateBp());
        Line.Said said = new Line.Said(found.code(), item.id(), item.goods().grade(), item.lotCode(), item.lineCode(), item.enterpriseId(), found.on(), rates, found.tickets(), worth.steps());
        UUID cover = Optional.ofNullable(terms.coverings().get(item.id())).orElseThrow().contractId();
        return new Valued(ids.next(), found.deliveryId(), terms.supply().roundId(), terms.supply().id(), cover, found.on().withDayOfMonth(1), terms.byMonth(sold),
                sold.formula().filter(formula -> formula.shortfall().isPresent()).isPresent(), worth.mass(), worth.amounts(), new Valued.Body(said, found.decidedOn()));
    }

    /** What only the end of a supply contract shows: its goods are worth less where less than agreed came in all. How many items lose by it. */
    Mono<Integer> atTheEnd(Tx tx, UUID supplyId, Instant now) {
        return worths.alone(tx, supplyId).then(Mono.defer(() -> Mono.zip(agreed.of(tx, supplyId), worths.all(tx, supplyId))))
                .filter(known -> known.getT2().stream().allMatch(each -> each.deliveryId().isPresent()))
                .flatMap(known -> goods(tx, known.getT2()).map(goods -> shortfalls(known.getT1(), goods, now)))
                .flatMap(found -> worths.add(tx, found, now).thenReturn(found.size()))
                .defaultIfEmpty(0);
    }

    private Mono<Map<UUID, List<Goods>>> goods(Tx tx, List<Valued> valued) {
        Set<UUID> trucks = valued.stream().flatMap(each -> each.deliveryId().stream()).collect(Collectors.toSet());
        return quality.ofDeliveries(tx, trucks).map(finals -> {
            Map<UUID, List<Goods>> goods = new HashMap<>();
            valued.forEach(each -> each.deliveryId().ifPresent(id -> goods.computeIfAbsent(each.body().said().itemId(), _ -> new ArrayList<>()).add(new Goods(id, each.body().said().code(),
                    each.mass(), each.body().said().on(), Optional.ofNullable(finals.get(id)).map(Valuation::readings), each.body().decidedOn()))));
            return goods;
        });
    }

    /** Contracted and delivered are of all items under the same formula. */
    private List<Valued> shortfalls(Agreed.Terms terms, Map<UUID, List<Goods>> goods, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, BEIJING);
        List<Valued> found = new ArrayList<>();
        for (ContractItem item : terms.supply().items()) {
            List<ContractItem> alike = terms.supply().items().stream().filter(each -> each.goods().grade().equals(item.goods().grade())).toList();
            Kilograms contracted = new Kilograms(alike.stream().mapToLong(each -> terms.entitled(each).kg()).sum());
            Kilograms delivered = new Kilograms(alike.stream().flatMap(each -> goods.getOrDefault(each.id(), List.of()).stream()).mapToLong(each -> each.mass().kg()).sum());
            terms.sold(item.id()).flatMap(sold -> Valuing.shortfall(sold, goods.getOrDefault(item.id(), List.of()), contracted, delivered)
                    .map(worth -> kept(terms, sold, new Found(Optional.empty(), "", today, today, List.of()), worth))).ifPresent(found::add);
        }
        return found;
    }
}
