package org.jucai.platform.settlement;

import java.util.Map;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.spi.CompletionGate;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells contracts whether they are settled: each delivery that came and stayed is on a statement that both sides agreed to and that is invoiced in
 * full. Where the formula has a clause on shortfall, what it takes is settled first.
 */
@Component
class SettledInFull implements CompletionGate {

    private final SqlLines lines;
    private final SqlClosings closings;
    private final DeliveryBoard deliveries;

    SettledInFull(SqlLines lines, SqlClosings closings, DeliveryBoard deliveries) {
        this.lines = lines;
        this.closings = closings;
        this.deliveries = deliveries;
    }

    @Override
    public Mono<Boolean> isCarriedOut(Tx tx, UUID contractId, Map<UUID, Kilograms> least) {
        return deliveries.came(tx, contractId).flatMap(came -> lines.unsettled(tx, contractId, came))
                .flatMap(open -> open > 0 ? Mono.just(false) : closings.isClosed(tx, contractId));
    }
}
