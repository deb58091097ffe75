package org.jucai.platform.contracts.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.deliveries.AlertLevel;
import org.jucai.platform.contracts.deliveries.CalendarDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.spec.api.ControlPeriodsApi;
import org.jucai.spec.model.AlertForm;
import org.jucai.spec.model.ControlPeriod;
import org.jucai.spec.model.ControlPeriodList;
import org.jucai.spec.model.ControlPeriodPage;
import org.jucai.spec.model.LiftControlPeriod;
import org.jucai.spec.model.RecordControlPeriods;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Control periods by HTTP. */
@RestController
class ControlPeriodsController implements ControlPeriodsApi {

    private final Database database;
    private final Once once;
    private final CalendarDesk desk;

    ControlPeriodsController(Database database, Once once, CalendarDesk desk) {
        this.database = database;
        this.once = once;
        this.desk = desk;
    }

    @Override
    public Mono<ControlPeriodPage> listControlPeriods(@Nullable UUID associationId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> desk.list(tx, associationId, cursor, limit))
                .map(page -> new ControlPeriodPage().items(page.items().stream().map(DeliveryViews::period).toList()).nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<ControlPeriodList> recordControlPeriods(String idempotencyKey, Mono<RecordControlPeriods> recordControlPeriods, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return recordControlPeriods.flatMap(form -> once.answer(exchange, form, ControlPeriodList.class, tx -> desk
                .record(new Asking(tx, caller.actor(), caller.now()), form.getPeriods().stream().map(ControlPeriodsController::alert).toList())
                .map(periods -> new ControlPeriodList(periods.stream().map(DeliveryViews::period).toList()))));
    }

    private static CalendarDesk.Alert alert(AlertForm form) {
        return new CalendarDesk.Alert(form.getZone().strip(), AlertLevel.valueOf(form.getLevel().name()), form.getFromOn(), form.getToOn(), form.getBlocks(),
                form.getSource().strip());
    }

    @Override
    public Mono<ControlPeriod> liftControlPeriod(UUID periodId, String idempotencyKey, Mono<LiftControlPeriod> liftControlPeriod, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return liftControlPeriod.flatMap(form -> once.answer(exchange, form, ControlPeriod.class, tx -> desk
                .lift(new Asking(tx, caller.actor(), caller.now()), periodId, form.getToOn()).map(DeliveryViews::period)));
    }
}
