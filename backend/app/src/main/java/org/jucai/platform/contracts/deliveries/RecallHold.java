package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.Map;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.spi.RecallGate;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds back what is recalled: it neither leaves quarantine nor is released. It may go back. */
@Component
class RecallHold {

    private final Database database;
    private final ContractBoard contracts;
    private final RecallGate recalls;

    RecallHold(Database database, ContractBoard contracts, RecallGate recalls) {
        this.database = database;
        this.contracts = contracts;
        this.recalls = recalls;
    }

    /** The item is read by background work: a store moves goods of contracts that it may not read. */
    Mono<Void> free(Asking asking, Delivery delivery) {
        return database.read(Scope.background(), tx -> contracts.item(tx, delivery.of().itemId()))
                .flatMap(item -> recalls.holding(asking.tx(), delivery.goods(item)))
                .filter(List::isEmpty)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.GOODS_ARE_RECALLED, Map.of("code", delivery.code()))))
                .then();
    }
}
