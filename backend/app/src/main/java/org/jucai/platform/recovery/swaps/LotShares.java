package org.jucai.platform.recovery.swaps;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.award.allocations.Allocation;
import org.jucai.platform.award.allocations.AllocationBoard;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.contracts.SupplyDesk;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads who gets what of a lot: in the background, for what is decided of it; shown to nobody as it is. */
@Component
class LotShares {

    private final Database database;
    private final ContractBoard contracts;
    private final SupplyDesk supplies;
    private final AllocationBoard allocations;
    private final DemandBoard demand;

    LotShares(Database database, ContractBoard contracts, SupplyDesk supplies, AllocationBoard allocations, DemandBoard demand) {
        this.database = database;
        this.contracts = contracts;
        this.supplies = supplies;
        this.allocations = allocations;
        this.demand = demand;
    }

    /** A lot with its shares and lines. */
    record Known(LotSupply supply, Map<UUID, Allocation> allocations, Map<UUID, DemandLine> lines) {

        LotSupply.Part part(UUID item) {
            return supply.parts().stream().filter(each -> each.item().id().equals(item)).findFirst().orElseThrow(() -> new RefusedException(SwapRefusal.SWAP_OF_OTHER_GOODS));
        }

        List<LotSupply.Part> line(LotSupply.Part of) {
            return supply.parts().stream().filter(each -> each.item().lineId().equals(of.item().lineId())).toList();
        }

        Allocation allocation(LotSupply.Part of) {
            Allocation found = allocations.get(of.item().allocationId());
            if (found == null) throw new IllegalStateException("item " + of.item().id() + " is contracted and was allocated nothing");
            return found;
        }

        SwapRules.Receiver receiver(LotSupply.Part of) {
            DemandLine line = lines.get(of.item().lineId());
            if (line == null) throw new IllegalStateException("line " + of.item().lineId() + " is contracted and is not there");
            return new SwapRules.Receiver(of, line(of), allocation(of).statement(), line.maximum(), line.priceCap());
        }
    }

    /** The lot of an item that these parties may read; refused where they may not. */
    Mono<UUID> lotOf(Tx tx, UUID item) {
        return contracts.item(tx, item).map(called -> called.item().lotId());
    }

    Mono<Known> of(UUID lot) {
        return database.read(Scope.background(), tx -> of(tx, tx, lot));
    }

    /** As it stands in this transaction, which holds what it changes. */
    Mono<Known> within(Tx tx, UUID lot) {
        return database.read(Scope.background(), background -> of(tx, background, lot));
    }

    private Mono<Known> of(Tx tx, Tx background, UUID lot) {
        return supplies.of(tx, lot).flatMap(supply -> {
            Set<UUID> lines = supply.parts().stream().map(part -> part.item().lineId()).collect(Collectors.toSet());
            return Mono.zip(allocations.ofLot(tx, supply.roundId(), supply.awardNumber(), lot), demand.some(background, supply.roundId(), lines))
                    .map(found -> new Known(supply, found.getT1().stream().collect(Collectors.toMap(Allocation::id, Function.identity())),
                            found.getT2().stream().collect(Collectors.toMap(DemandLine::id, Function.identity()))));
        });
    }
}
