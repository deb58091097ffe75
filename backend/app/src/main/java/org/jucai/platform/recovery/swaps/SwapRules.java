package org.jucai.platform.recovery.swaps;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.award.allocations.Statement;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/** Decides what may be passed on, to whom, and who has to agree in which order. Pure. */
final class SwapRules {

    private SwapRules() {}

    /** What of a part may be passed on: nothing that is planned, on its way or there. */
    static Kilograms free(LotSupply.Part part) {
        boolean none = part.isClosed() || part.heldBy().isPresent();
        return none ? Kilograms.ZERO : new Kilograms(Math.max(0, part.figures().share().kg() - part.figures().called().kg()));
    }

    /** Also asked again when it is carried out: what was free may be planned since. */
    static Decision<LotSupply.Part> gives(LotSupply.Part part, Kilograms mass) {
        if (part.isClosed()) return refuse(SwapRefusal.SWAP_OF_GOODS_NOT_CALLED_OFF_ANY_MORE);
        if (part.heldBy().isPresent()) return refuse(SwapRefusal.SWAP_WHILE_A_SHORTFALL_WAITS);
        return mass.compareTo(free(part)) > 0 ? refuse(SwapRefusal.SWAP_MORE_THAN_IS_LEFT, Map.of("leftKg", free(part).kg())) : accept(part);
    }

    /**
     * Whose share grows.
     *
     * @param line all parts of its line, of all suppliers
     * @param most what the line may get at most, delivered at {@code cap} a tonne at most
     */
    record Receiver(LotSupply.Part part, List<LotSupply.Part> line, Statement statement, Kilograms most, Optional<FenPerTonne> cap) {

        Map<UUID, Long> shares(long moreKg) {
            Map<UUID, Long> shares = new HashMap<>();
            line.forEach(each -> shares.merge(each.sellerId(), each.figures().share().kg(), Long::sum));
            shares.merge(part.sellerId(), moreKg, Long::sum);
            return shares;
        }
    }

    static Decision<Receiver> takes(Receiver receiver, Kilograms mass) {
        if (receiver.part.isClosed()) return refuse(SwapRefusal.SWAP_OF_GOODS_NOT_CALLED_OFF_ANY_MORE);
        if (receiver.part.heldBy().isPresent()) return refuse(SwapRefusal.SWAP_WHILE_A_SHORTFALL_WAITS);
        Map<UUID, Long> shares = receiver.shares(mass.kg());
        long kg = shares.values().stream().mapToLong(Long::longValue).sum();
        if (kg > receiver.most.kg()) return refuse(SwapRefusal.SWAP_ABOVE_MAXIMUM, Map.of("roomKg", Math.max(0, receiver.most.kg() - kg + mass.kg())));
        BigInteger pays = BigInteger.valueOf(receiver.statement.costs(shares).fen()).multiply(BigInteger.valueOf(Kilograms.PER_TONNE));
        boolean dear = receiver.cap.filter(cap -> pays.compareTo(BigInteger.valueOf(cap.fen()).multiply(BigInteger.valueOf(kg)).add(rounding(receiver))) > 0).isPresent();
        return dear ? refuse(SwapRefusal.SWAP_ABOVE_CAP) : accept(receiver);
    }

    /** Caps are held to the exact charge: each part of what is paid is rounded by half a fen at most. */
    private static BigInteger rounding(Receiver receiver) {
        return BigInteger.valueOf(5L * receiver.line.size() * Kilograms.PER_TONNE / 2);
    }

    /** Once, by another party than who offered it. */
    static Decision<Swap> accepts(Swap swap, UUID party) {
        if (swap.state().status() != Swap.Status.OFFERED) return not(swap);
        if (swap.isGivenBy(party)) return refuse(SwapRefusal.SWAP_WITH_ITSELF);
        if (swap.to().filter(to -> !to.equals(party)).isPresent()) return refuse(SwapRefusal.SWAP_STEP_OF_ANOTHER_PARTY);
        return accept(swap.to(new Swap.State(Swap.Status.ACCEPTED, Optional.of(party), swap.to().isPresent(), false, Optional.empty())));
    }

    /** Who offered confirms whom it is with, the supplier agrees where it sells to them, and the finance group last: then it is done. */
    static Decision<Swap> agree(Swap swap, UUID party, Instant now) {
        Swap.State state = swap.state();
        if (state.status() != Swap.Status.ACCEPTED) return not(swap);
        if (party.equals(swap.of().groupId())) {
            boolean waits = !state.confirmed() || swap.of().sellerAgrees() && !state.agreed();
            return waits ? refuse(SwapRefusal.SWAP_WAITS_FOR_OTHERS)
                    : accept(swap.to(new Swap.State(Swap.Status.DONE, state.takerId(), true, state.agreed(), Optional.of(new Swap.Ended(party, now, "")))));
        }
        if (swap.isGivenBy(party) && !state.confirmed()) return accept(swap.to(new Swap.State(state.status(), state.takerId(), true, state.agreed(), Optional.empty())));
        boolean sells = party.equals(swap.of().sellerId()) && swap.of().sellerAgrees();
        if (sells && !state.agreed()) return accept(swap.to(new Swap.State(state.status(), state.takerId(), state.confirmed(), true, Optional.empty())));
        return sells || swap.isGivenBy(party) ? not(swap) : refuse(SwapRefusal.SWAP_STEP_OF_ANOTHER_PARTY);
    }

    /** By whoever has to agree, as long as it is not done; while it is only offered by who offers it or the finance group. */
    static Decision<Swap> end(Swap swap, UUID party, String words, Instant now) {
        Swap.State state = swap.state();
        boolean open = state.status() == Swap.Status.OFFERED;
        boolean seller = !open && swap.of().sellerAgrees() && party.equals(swap.of().sellerId());
        boolean may = seller || swap.isGivenBy(party) || swap.isTakenBy(party) || party.equals(swap.of().groupId());
        if (!may) return refuse(SwapRefusal.SWAP_STEP_OF_ANOTHER_PARTY);
        if (!open && state.status() != Swap.Status.ACCEPTED) return not(swap);
        return accept(swap.to(new Swap.State(Swap.Status.ENDED, state.takerId(), state.confirmed(), state.agreed(), Optional.of(new Swap.Ended(party, now, words)))));
    }

    private static Decision<Swap> not(Swap swap) {
        return refuse(SwapRefusal.SWAP_STATE_DOES_NOT_ALLOW, Map.of("status", swap.state().status()));
    }

    /** @param member whether the reader is an enterprise: others accept none */
    static List<Swap.Act> offered(Swap swap, UUID party, boolean member) {
        List<Swap.Act> acts = new ArrayList<>();
        if (member && accepts(swap, party) instanceof Decision.Accepted<Swap>) acts.add(Swap.Act.ACCEPT);
        if (agree(swap, party, Instant.EPOCH) instanceof Decision.Accepted<Swap>) acts.add(Swap.Act.AGREE);
        if (end(swap, party, "", Instant.EPOCH) instanceof Decision.Accepted<Swap>) acts.add(Swap.Act.END);
        return acts;
    }
}
