package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.local.DemoClock;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.contracts.deliveries.DeliveryCommand;
import org.jucai.platform.contracts.deliveries.DeliveryDesk;
import org.jucai.platform.settlement.Statement;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A round that is over: its goods came in turns and were settled soon after each. One truck of the first was disputed and went back, a red statement took
 * it back, and another came in its place. In each turn one member paid late: a visitor finds the interest of the first still owed.
 */
@Component
class HistorySteps {

    private static final Duration DAY = Duration.ofDays(1);
    private static final OptionalLong ANY = OptionalLong.empty();
    /** A truck in another's place has a number that no other truck of the demo has. */
    private static final int REPLACING = 450;

    private final Driving driving;
    private final SettlementSteps settlement;
    private final DemoClock clock;
    private final Cast cast;

    HistorySteps(Driving driving, SettlementSteps settlement, DemoClock clock, Cast cast) {
        this.driving = driving;
        this.settlement = settlement;
        this.clock = clock;
        this.cast = cast;
    }

    /** How trucks come and go back. */
    @Component
    record Driving(DeliverySteps trucks, DeliveryDesk desk, Desk by) {}

    /** From trucks that are called off to money that was paid. */
    Mono<Void> settled(UUID round, List<Truck> trucks) {
        TreeMap<LocalDate, List<Truck>> turns = trucks.stream().collect(Collectors.groupingBy(truck -> truck.item().item().destination().fromOn(), TreeMap::new, Collectors.toList()));
        LocalDate first = turns.firstKey();
        return turns.entrySet().stream().map(turn -> Mono.defer(() -> came(round, turn.getValue(), turn.getKey().equals(first)))).reduce(Mono.empty(), Mono::then);
    }

    private Mono<Void> came(UUID round, List<Truck> trucks, boolean first) {
        LocalDate end = trucks.stream().map(Truck::on).max(Comparator.naturalOrder()).orElseThrow();
        Instant when = DemoDays.at(end.plusDays(4), 9);
        SettlementSteps.Manner manner = new SettlementSteps.Manner(late(trucks), !first);
        clock.tell(when);
        return Timed.step("delivered", driving.trucks.driven(trucks))
                .then(Mono.defer(() -> Timed.step("drawn up", settlement.drawn(round, when))))
                .flatMap(drawn -> {
                    Optional<Statement> bad = first ? disputable(drawn) : Optional.empty();
                    Optional<Truck> truck = bad.flatMap(one -> trucks.stream().filter(each -> isOf(each, one)).findFirst());
                    return bad.isEmpty() || truck.isEmpty() ? Timed.step("settled", settlement.settled(drawn, when, manner))
                            : settlement.truck(bad.get()).flatMap(gone -> Timed.step("settled", settlement.settled(without(drawn, bad.get()), when, manner))
                                    .then(Mono.defer(() -> Timed.step("went back", wentBack(round, bad.get(), gone, truck.get(), when.plus(DAY))))));
                });
    }

    /** Who keeps goods in its own yard, and is played by visitors where one of them does. */
    private String late(List<Truck> trucks) {
        return trucks.stream().filter(truck -> truck.store().isEmpty()).map(truck -> cast.code(truck.receiver()))
                .min(Comparator.comparing((String code) -> !Person.BUYERS.contains(code)).thenComparing(Comparator.naturalOrder())).orElse("");
    }

    /** Goods that lie with a member whom visitors play and that were not released on, or with any. */
    private Optional<Statement> disputable(List<Statement> drawn) {
        UUID stored = cast.party(Person.BUYERS.getLast());
        return drawn.stream().filter(each -> each.of().kind() == ContractKind.SUPPLY && !each.of().buyerId().equals(stored))
                .min(Comparator.comparing((Statement each) -> !Person.BUYERS.contains(cast.code(each.of().buyerId()))).thenComparing(Statement::code));
    }

    private static boolean isOf(Truck truck, Statement statement) {
        return truck.item().contractId().equals(statement.of().contractId());
    }

    /** The member's other statement of the same truck is taken back too; nothing of it was paid. */
    private static List<Statement> without(List<Statement> drawn, Statement bad) {
        List<Statement> rest = new ArrayList<>(drawn);
        rest.remove(bad);
        rest.removeIf(each -> each.of().kind() == ContractKind.SERVICE && each.of().buyerId().equals(bad.of().buyerId()) && each.money().massKg() == bad.money().massKg());
        return rest;
    }

    private Mono<Void> wentBack(UUID round, Statement bad, UUID gone, Truck truck, Instant when) {
        Instant replanned = when.plus(DAY.multipliedBy(2));
        Truck other = new Truck(truck.item(), REPLACING, Truck.Load.usual(truck.load().plannedKg(), REPLACING), SettlementSteps.day(replanned.plus(DAY.multipliedBy(3))), truck.store(), truck.until());
        Instant done = DemoDays.at(other.on().plusDays(4), 9);
        return driving.by.together(SettlementSteps.parties(List.of(bad)), tx -> settlement.disputed(tx, bad, when, "卸货后发现夹杂生料明显偏多，要求退货换货")
                        .then(driving.desk.take(settlement.by(tx, bad.of().buyerId(), when.plus(DAY)), gone, ANY, new DeliveryCommand.Return("夹杂生料超出约定"))))
                .then(Mono.defer(() -> Timed.step("replaced", driving.trucks.replaced(other, gone, replanned))))
                .then(Mono.defer(() -> Timed.step("drawn up", settlement.drawn(round, done))))
                .flatMap(drawn -> {
                    List<Statement> back = drawn.stream().filter(each -> each.reverses().isPresent() || each.money().owedFen() == 0).toList();
                    return driving.by.together(SettlementSteps.parties(drawn), tx -> settlement.ended(tx, bad, done, "货已退回，以红字冲回，另换一车").then(Mono.defer(() -> settlement.agreed(tx, back, done))).thenReturn(done))
                            .then(Mono.defer(() -> settlement.settled(drawn.stream().filter(each -> !back.contains(each)).toList(), done, new SettlementSteps.Manner("", false))));
                });
    }
}
