package org.jucai.local.world;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.ContractDesk;
import org.jucai.platform.contracts.deliveries.AlertLevel;
import org.jucai.platform.contracts.deliveries.CalendarDesk;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundTerms;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A round whose goods came long ago and are settled, and one in the middle of its deliveries: trucks that came, stand at the gate, are on their way and are planned;
 * one that brought too little, one that must be weighed again, an alert that blocks days, and a contract in dispute.
 */
@Component
@Order(27)
class DeliveriesChapter implements DemoChapter {

    private static final List<String> OVER = List.of("GL-60");
    private static final List<String> RUNNING = List.of("GL-88A", "GL-85A", "GL-50");

    private final CallSteps calls;
    private final SigningSteps contracts;
    private final DeliverySteps deliveries;
    private final HistorySteps history;
    private final Disputes disputes;
    private final DemoDays days;

    DeliveriesChapter(CallSteps calls, SigningSteps contracts, DeliverySteps deliveries, HistorySteps history, Disputes disputes, DemoDays days) {
        this.calls = calls;
        this.contracts = contracts;
        this.deliveries = deliveries;
        this.history = history;
        this.disputes = disputes;
        this.days = days;
    }

    /** Who is disputed with, and by whom. */
    @Component
    record Disputes(ContractDesk desk, Desk by, Cast cast) {}

    @Override
    public String key() {
        return "deliveries";
    }

    @Override
    public String title() {
        return "交货、过磅与结算 Deliveries, weighing and settlement";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        LocalDate today = days.today();
        RoundPlan over = RoundPlan.past(today, 230, new DateWindow(today.minusDays(140), today.minusDays(80)), RoundTerms.Mode.AGENCY, OVER);
        RoundPlan running = RoundPlan.past(today, 150, new DateWindow(today.minusDays(24), today.plusDays(36)), RoundTerms.Mode.PRINCIPAL, RUNNING);
        return inForce(CallPlan.of(over, today, 190, -176), chance).flatMap(this::cameLongAgo)
                .then(Mono.defer(() -> inForce(CallPlan.of(running, today, 110, -96), chance))).flatMap(this::comesNow)
                .doFinally(_ -> calls.present())
                .then();
    }

    private Mono<Round> inForce(CallPlan call, RandomGenerator chance) {
        return calls.awarded(call, ModelDemand.ofVisitorsAndVeryFew(chance), ModelOffers.whereVisitorsWin(chance)).flatMap(contracts::allSigned);
    }

    private Mono<Round> cameLongAgo(Round round) {
        disputes.cast().roundIsOver(round.id());
        return deliveries.open(round.id()).flatMap(items -> history.settled(round.id(), TruckPlans.all(items, disputes.cast()))).thenReturn(round);
    }

    private Mono<Round> comesNow(Round round) {
        calls.present();
        return deliveries.open(round.id()).flatMap(items -> {
            List<CalledItem> visitors = TruckPlans.visitors(items, disputes.cast());
            Optional<CalledItem> other = TruckPlans.ofOthers(items, visitors);
            List<Truck> trucks = new ArrayList<>(TruckPlans.running(visitors, days.today(), disputes.cast()));
            other.ifPresent(item -> trucks.add(TruckPlans.disputed(item, days.today())));
            return alerts(visitors.getFirst().item().destination().zone()).then(Timed.step("driven", deliveries.driven(trucks))).then(Mono.defer(() -> Mono.justOrEmpty(other).flatMap(item -> disputed(item.contractId()))));
        }).thenReturn(round);
    }

    /** One that has passed, and made terms longer; one that is to come, and blocks its days. */
    private Mono<Void> alerts(String zone) {
        LocalDate today = days.today();
        CalendarDesk.Alert passed = new CalendarDesk.Alert(zone, AlertLevel.ORANGE, today.minusDays(16), today.minusDays(14), true, "样例：重污染天气橙色预警通知 第3号");
        CalendarDesk.Alert comes = new CalendarDesk.Alert(zone, AlertLevel.RED, today.plusDays(3), today.plusDays(5), true, "样例：重污染天气红色预警通知 第4号");
        return deliveries.alert(days.now().minus(Duration.ofDays(17)), passed).then(Mono.defer(() -> deliveries.alert(days.now().minus(Duration.ofHours(20)), comes)));
    }

    private Mono<Void> disputed(UUID contract) {
        return disputes.by().as(disputes.cast().person(Person.FINANCE), days.now().minus(Duration.ofDays(2)),
                asking -> disputes.desk().dispute(asking, contract, "到货夹杂生料超出约定，要求换货或让步计价，协商期间暂停提货")).then();
    }
}
