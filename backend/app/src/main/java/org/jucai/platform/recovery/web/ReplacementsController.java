package org.jucai.platform.recovery.web;

import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.recovery.ReplacementDesk;
import org.jucai.spec.api.ReplacementsApi;
import org.jucai.spec.model.DeliveryStatus;
import org.jucai.spec.model.LinkedDelivery;
import org.jucai.spec.model.ReplaceDelivery;
import org.jucai.spec.model.ReplacementLinks;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Trucks in place of those that went back, by HTTP. */
@RestController
class ReplacementsController implements ReplacementsApi {

    private final Database database;
    private final Once once;
    private final ReplacementDesk desk;

    ReplacementsController(Database database, Once once, ReplacementDesk desk) {
        this.database = database;
        this.once = once;
        this.desk = desk;
    }

    @Override
    public Mono<ReplacementLinks> getReplacements(UUID deliveryId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> desk.links(tx, deliveryId)).map(links -> {
            ReplacementLinks view = new ReplacementLinks(links.replacedBy().stream().map(DeliveryBoard.Shown::delivery).map(ReplacementsController::show).toList());
            links.replaces().map(DeliveryBoard.Shown::delivery).map(ReplacementsController::show).ifPresent(view::setReplaces);
            return view;
        });
    }

    @Override
    public Mono<LinkedDelivery> replaceDelivery(UUID deliveryId, String idempotencyKey, Mono<ReplaceDelivery> replaceDelivery, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return replaceDelivery.flatMap(form -> once.answer(exchange, form, LinkedDelivery.class, tx -> desk.replace(new Asking(tx, caller.actor(), caller.now()), deliveryId,
                new ReplacementDesk.Wanted(form.getPlannedOn(), Optional.ofNullable(form.getMassKg()).map(Kilograms::new))).map(ReplacementsController::show)));
    }

    private static LinkedDelivery show(Delivery it) {
        return new LinkedDelivery(it.id(), it.code(), DeliveryStatus.valueOf(it.status().name()), it.settled().orElse(it.planned().mass()).kg(), it.planned().on());
    }
}
