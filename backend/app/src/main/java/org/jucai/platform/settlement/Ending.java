package org.jucai.platform.settlement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractStatus;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sees when nothing more comes of a contract whose formula looks at how much came in all, and settles what that takes: once. */
@Component
class Ending {

    private final ContractBoard contracts;
    private final DeliveryBoard deliveries;
    private final Valuation valuation;
    private final SqlLines lines;
    private final SqlClosings closings;

    Ending(ContractBoard contracts, DeliveryBoard deliveries, Valuation valuation, SqlLines lines, SqlClosings closings) {
        this.contracts = contracts;
        this.deliveries = deliveries;
        this.valuation = valuation;
        this.lines = lines;
        this.closings = closings;
    }

    /** How many items are worth less by it. */
    Mono<Integer> look(Tx tx, UUID supplyId, Instant now) {
        return contracts.get(tx, supplyId).zipWith(deliveries.progress(tx, supplyId))
                .filter(known -> isOver(known.getT1(), known.getT2()))
                .flatMap(_ -> deliveries.came(tx, supplyId)).flatMap(came -> lines.undrawn(tx, supplyId, came)).filter(open -> open == 0)
                .flatMap(_ -> closings.ended(tx, supplyId, now)).filter(first -> first)
                .flatMap(_ -> valuation.atTheEnd(tx, supplyId, now));
    }

    private static boolean isOver(Contract contract, List<DeliveryBoard.Progress> items) {
        if (items.stream().anyMatch(item -> item.coming() > 0)) return false;
        return contract.status() == ContractStatus.TERMINATED || items.stream().allMatch(item -> item.delivered().compareTo(least(contract, item)) >= 0);
    }

    private static Kilograms least(Contract contract, DeliveryBoard.Progress item) {
        Kilograms contracted = item.item().terms().contracted();
        return contracted.minus(new Kilograms(contract.text().terms().delivery().most(contracted).kg() - contracted.kg()));
    }
}
