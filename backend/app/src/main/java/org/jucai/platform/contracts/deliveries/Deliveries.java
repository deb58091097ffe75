package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds a delivery, moves it with its event, and keeps what it claims of its contract in step. */
@Component
class Deliveries {

    private final SqlDeliveries shelf;
    private final CallOffs contracts;
    private final Journal journal;

    Deliveries(SqlDeliveries shelf, CallOffs contracts, Journal journal) {
        this.shelf = shelf;
        this.contracts = contracts;
        this.journal = journal;
    }

    /** Which delivery, and as which version it was read. */
    record Which(UUID id, OptionalLong expectedVersion) {}

    Mono<Delivery> hold(Asking asking, Which which) {
        return shelf.hold(asking.tx(), which.id())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(delivery -> which.expectedVersion().orElse(delivery.version()) == delivery.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    /** The new row and its event; refused where its claim on the contract grows beyond what is agreed. */
    Mono<Delivery> move(Asking asking, Delivery before, DeliveryRules.Step step) {
        return claim(asking, before, step.after())
                .then(shelf.move(asking.tx(), step.after())).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(record(asking, step.after(), step.event()))
                .thenReturn(step.after());
    }

    private Mono<Void> claim(Asking asking, Delivery before, Delivery after) {
        long by = after.calledOff().kg() - before.calledOff().kg();
        return by == 0 ? Mono.empty() : contracts.move(asking, after.of().itemId(), by);
    }

    Mono<Void> record(Asking asking, Delivery after, DeliveryEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(Delivery.STREAM, after.id(), after.version(), after.of().roundId(),
                event.getClass().getSimpleName(), event, after.concerned().all())));
    }

    static CustodyBook.Goods goods(Delivery delivery) {
        return new CustodyBook.Goods(delivery.id(), delivery.of().roundId(), delivery.concerned().all());
    }
}
