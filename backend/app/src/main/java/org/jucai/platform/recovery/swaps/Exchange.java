package org.jucai.platform.recovery.swaps;

import java.util.List;
import java.util.Set;
import org.jucai.platform.award.allocations.Adjustment;
import org.jucai.platform.award.allocations.Allocation;
import org.jucai.platform.award.allocations.AllocationDesk;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.contracts.SupplyDesk;
import org.jucai.platform.kernel.Asking;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries a swap out: what each may call off and both shares, together, in the finance group's transaction. */
@Component
class Exchange {

    private final LotShares shares;
    private final SupplyDesk supplies;
    private final AllocationDesk allocations;

    Exchange(LotShares shares, SupplyDesk supplies, AllocationDesk allocations) {
        this.shares = shares;
        this.supplies = supplies;
        this.allocations = allocations;
    }

    /** Held first, then asked again: what was free when it was offered may be planned by now. */
    Mono<Void> carryOut(Asking asking, Swap swap) {
        Swap.Side giver = swap.giver().orElseThrow();
        Swap.Side taker = swap.taker().orElseThrow();
        return supplies.hold(asking.tx(), Set.of(giver.itemId(), taker.itemId())).then(Mono.defer(() -> shares.within(asking.tx(), swap.of().lotId()))).flatMap(known -> {
            LotSupply.Part from = known.part(giver.itemId());
            LotSupply.Part to = known.part(taker.itemId());
            SwapRules.gives(from, swap.mass()).orElseRefuse();
            SwapRules.takes(known.receiver(to), swap.mass()).orElseRefuse();
            long kg = swap.mass().kg();
            return supplies.keep(asking.tx(), List.of(change(from, -kg), change(to, kg)))
                    .then(allocations.adjust(asking, from.item().allocationId(), adjustment(asking, swap, known, new Moved(from, -kg, Adjustment.Cause.SWAP_GIVEN))))
                    .then(allocations.adjust(asking, to.item().allocationId(), adjustment(asking, swap, known, new Moved(to, kg, Adjustment.Cause.SWAP_TAKEN)))).then();
        });
    }

    private record Moved(LotSupply.Part part, long byKg, Adjustment.Cause cause) {}

    private static SupplyDesk.Change change(LotSupply.Part part, long byKg) {
        return new SupplyDesk.Change(part.item().id(), byKg, part.figures().shortKg());
    }

    private static Adjustment adjustment(Asking asking, Swap swap, LotShares.Known known, Moved moved) {
        Allocation before = known.allocation(moved.part());
        SwapRules.Receiver line = known.receiver(moved.part());
        long beforeKg = line.line().stream().mapToLong(each -> each.figures().share().kg()).sum();
        return new Adjustment(moved.cause(), swap.id(), swap.code(), swap.of().sellerId(), asking.at(), beforeKg, beforeKg + moved.byKg(), before.costs().fen(),
                before.statement().costs(line.shares(moved.byKg())).fen(), null);
    }
}
