package org.jucai.platform.contracts.deliveries;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.spi.CompletionGate;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells contracts whether their goods came: each delivery has ended, and of each item came what must at least. */
@Component
class DeliveredInFull implements CompletionGate {

    private final SqlDeliveries shelf;

    DeliveredInFull(SqlDeliveries shelf) {
        this.shelf = shelf;
    }

    @Override
    public Mono<Boolean> isCarriedOut(Tx tx, UUID contractId, Map<UUID, Kilograms> least) {
        return shelf.sums(tx, contractId).map(sums -> sums.stream().collect(Collectors.toMap(SqlDeliveries.Sum::itemId, Function.identity())))
                .map(sums -> sums.values().stream().allMatch(sum -> sum.open() == 0)
                        && least.entrySet().stream().allMatch(each -> came(sums, each.getKey()).compareTo(each.getValue()) >= 0));
    }

    private static Kilograms came(Map<UUID, SqlDeliveries.Sum> sums, UUID item) {
        SqlDeliveries.Sum sum = sums.get(item);
        return sum == null ? Kilograms.ZERO : sum.delivered();
    }
}
