package org.jucai.platform.contracts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.DeliveryCommand;
import org.jucai.platform.contracts.deliveries.DeliveryDesk;
import org.jucai.platform.contracts.deliveries.PlanDesk;
import org.jucai.platform.contracts.deliveries.WeighDesk;
import org.jucai.platform.contracts.weighing.WeighingRules;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.api.DeliveriesApi;
import org.jucai.spec.model.ArriveDelivery;
import org.jucai.spec.model.CheckDelivery;
import org.jucai.spec.model.DeliveryList;
import org.jucai.spec.model.DeliveryPage;
import org.jucai.spec.model.DeliveryPlan;
import org.jucai.spec.model.DeliveryReason;
import org.jucai.spec.model.DeliveryStatus;
import org.jucai.spec.model.NotifyDelivery;
import org.jucai.spec.model.PassDelivery;
import org.jucai.spec.model.PlanDeliveries;
import org.jucai.spec.model.PlannedTruck;
import org.jucai.spec.model.ReleaseDelivery;
import org.jucai.spec.model.WeighDelivery;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Deliveries by HTTP. */
@RestController
class DeliveriesController implements DeliveriesApi {

    private final Database database;
    private final Once once;
    private final PlanDesk plans;
    private final DeliveryDesk desk;
    private final WeighDesk scale;
    private final DeliveryBoard board;
    private final MembershipBoard members;

    DeliveriesController(Database database, Once once, PlanDesk plans, DeliveryDesk desk, WeighDesk scale, DeliveryBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.plans = plans;
        this.desk = desk;
        this.scale = scale;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<DeliveryList> planDeliveries(UUID contractId, String idempotencyKey, Mono<PlanDeliveries> planDeliveries, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return planDeliveries.flatMap(form -> once.answer(exchange, form, DeliveryList.class, tx -> plans
                .plan(asking(tx, caller), contractId, form.getTrucks().stream().map(DeliveriesController::wanted).toList())
                .flatMap(planned -> board.shown(tx, planned))
                .flatMap(shown -> names(shown).map(names -> new DeliveryList(shown.stream().map(each -> DeliveryViews.show(each, names, caller.actor().partyId())).toList())))));
    }

    private static PlanDesk.Wanted wanted(PlannedTruck truck) {
        return new PlanDesk.Wanted(truck.getItemId(), new Kilograms(truck.getMassKg()), truck.getPlannedOn(), Optional.ofNullable(truck.getTripId()),
                Optional.ofNullable(truck.getStoreId()));
    }

    @Override
    public Mono<DeliveryPlan> proposeDeliveries(UUID contractId, Long truckKg, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> Mono.zip(board.progress(tx, contractId), board.propose(asking(tx, caller), contractId, new Kilograms(truckKg))))
                .flatMap(known -> {
                    Set<UUID> parties = known.getT1().stream().map(each -> each.item().concerned().memberId()).collect(Collectors.toSet());
                    return members.names(parties).map(names -> new DeliveryPlan(known.getT1().stream().map(each -> DeliveryViews.progress(each, names)).toList(),
                            known.getT2().stream().map(DeliveryViews::truck).toList()));
                });
    }

    @Override
    public Mono<DeliveryPage> listDeliveries(
            @Nullable UUID contractId, @Nullable List<DeliveryStatus> status, @Nullable String code, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Set<org.jucai.platform.contracts.deliveries.DeliveryStatus> statuses = Optional.ofNullable(status).orElse(List.of()).stream()
                .map(each -> org.jucai.platform.contracts.deliveries.DeliveryStatus.valueOf(each.name())).collect(Collectors.toSet());
        DeliveryBoard.Wanted wanted = new DeliveryBoard.Wanted(Optional.ofNullable(contractId), statuses, Optional.ofNullable(code).map(WeighingRules::key), cursor, limit);
        return database.read(caller.scope(), tx -> board.list(tx, wanted)).flatMap(page -> names(page.items()).map(names -> new DeliveryPage()
                .items(page.items().stream().map(each -> DeliveryViews.show(each, names, caller.actor().partyId())).toList()).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> getDelivery(UUID deliveryId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, deliveryId)).flatMap(shown -> show(shown, caller));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> notifyDelivery(
            UUID deliveryId, String idempotencyKey, Mono<NotifyDelivery> notifyDelivery, @Nullable String ifMatch, ServerWebExchange exchange) {
        return notifyDelivery.flatMap(form -> take(deliveryId, form, exchange, new DeliveryCommand.Notify(new Delivery.Notice(WeighingRules.key(form.getPlate()),
                form.getDriver().strip(), form.getPhone(), new Kilograms(form.getLoadedKg()), form.getExpectedAt(), Caller.of(exchange).now()))));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> arriveDelivery(
            UUID deliveryId, String idempotencyKey, Mono<ArriveDelivery> arriveDelivery, @Nullable String ifMatch, ServerWebExchange exchange) {
        return arriveDelivery.flatMap(form -> take(deliveryId, form, exchange, new DeliveryCommand.Arrive(form.getStatedAt())));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> checkDelivery(
            UUID deliveryId, String idempotencyKey, Mono<CheckDelivery> checkDelivery, @Nullable String ifMatch, ServerWebExchange exchange) {
        return checkDelivery.flatMap(form -> take(deliveryId, form, exchange,
                form.getAccepted() ? new DeliveryCommand.Check(form.getRemark(), attached(form.getFileIds())) : new DeliveryCommand.Refuse(form.getRemark(), attached(form.getFileIds()))));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> weighDelivery(
            UUID deliveryId, String idempotencyKey, Mono<WeighDelivery> weighDelivery, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return weighDelivery.flatMap(form -> answer(exchange, form, asking -> scale.weigh(asking, deliveryId, caller.expectedVersion(),
                new WeighDesk.Shown(WeighingController.weighing(form), attached(form.getFileIds())))));
    }

    private static List<UUID> attached(@Nullable List<UUID> files) {
        return files == null ? List.of() : files;
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> unloadDelivery(UUID deliveryId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return take(deliveryId, deliveryId, exchange, new DeliveryCommand.Unload());
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> passDelivery(
            UUID deliveryId, String idempotencyKey, Mono<PassDelivery> passDelivery, @Nullable String ifMatch, ServerWebExchange exchange) {
        return passDelivery.flatMap(form -> take(deliveryId, form, exchange, new DeliveryCommand.Pass(form.getReport().strip())));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> releaseDelivery(
            UUID deliveryId, String idempotencyKey, Mono<ReleaseDelivery> releaseDelivery, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return releaseDelivery.flatMap(form -> answer(exchange, form, asking -> desk.release(asking, deliveryId, caller.expectedVersion(), new DeliveryDesk.Release(
                Optional.ofNullable(form.getMassKg()).map(Kilograms::new), form.getPaymentReference().strip(), form.getPermitReference().strip()))));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> cancelDelivery(
            UUID deliveryId, String idempotencyKey, Mono<DeliveryReason> deliveryReason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return deliveryReason.flatMap(form -> take(deliveryId, form, exchange, new DeliveryCommand.Cancel(form.getReason())));
    }

    @Override
    public Mono<org.jucai.spec.model.Delivery> returnDelivery(
            UUID deliveryId, String idempotencyKey, Mono<DeliveryReason> deliveryReason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return deliveryReason.flatMap(form -> take(deliveryId, form, exchange, new DeliveryCommand.Return(form.getReason())));
    }

    private Mono<org.jucai.spec.model.Delivery> take(UUID id, Object form, ServerWebExchange exchange, DeliveryCommand command) {
        return answer(exchange, form, asking -> desk.take(asking, id, Caller.of(exchange).expectedVersion(), command));
    }

    private Mono<org.jucai.spec.model.Delivery> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<Delivery>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, org.jucai.spec.model.Delivery.class, tx -> step.apply(asking(tx, caller))
                .flatMap(delivery -> board.shown(tx, List.of(delivery))).flatMap(shown -> show(shown.getFirst(), caller)));
    }

    private Mono<org.jucai.spec.model.Delivery> show(DeliveryBoard.Shown shown, Caller caller) {
        caller.showVersion(shown.delivery().version());
        return names(List.of(shown)).map(names -> DeliveryViews.show(shown, names, caller.actor().partyId()));
    }

    private Mono<Map<UUID, PartyName>> names(List<DeliveryBoard.Shown> shown) {
        return members.names(DeliveryViews.parties(shown));
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
