package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a leaf's value that is a supplier's, times scale. Remembers the last answer, for neighbouring leaves ask alike. */
final class SupplierPart {

    private final Problem.Supplier supplier;
    private final Limits limits;
    private final PlainTier plain;
    private final FastTier fast;
    private @Nullable Ask lastAsk;
    private @Nullable Ratio lastAnswer;

    SupplierPart(Problem problem, Limits limits, Problem.Supplier supplier, BigInteger scale) {
        this.supplier = supplier;
        this.limits = limits;
        List<Problem.Bid> bids = supplier.bids().stream().map(problem.bids()::get).toList();
        plain = new PlainTier(bids, problem.gridKg(), scale);
        fast = new FastTier(bids, problem.gridKg(), scale);
    }

    /** The least over getting nothing and over the total tiers, or nothing where the leaf leaves nothing. */
    Optional<Ratio> least(Ask ask, BigInteger usedTerm) {
        if (ask.impossible()) return Optional.empty();
        if (lastAsk == null || !ask.same(lastAsk)) {
            lastAnswer = tiers(ask);
            lastAsk = ask;
        }
        Optional<Ratio> used = Optional.ofNullable(lastAnswer).map(least -> least.plus(usedTerm));
        if (!ask.leavesNothing()) return used;
        return Optional.of(used.filter(least -> least.sign() < 0).orElse(Ratio.ZERO));
    }

    private @Nullable Ratio tiers(Ask ask) {
        @Nullable Ratio best = null;
        for (int number = 0; number < supplier.tiersFromKg().size(); number++) {
            Tier tier = tier(ask, number);
            if (tier.low() > tier.high()) continue;
            @Nullable Ratio least = least(ask, tier, best);
            if (least != null && (best == null || least.compareTo(best) < 0)) best = least;
        }
        return best;
    }

    private Tier tier(Ask ask, int number) {
        List<Long> from = supplier.tiersFromKg();
        long below = number + 1 < from.size() ? from.get(number + 1) - 1 : Long.MAX_VALUE;
        long low = Math.max(Math.max(1, supplier.minimumKg()), Math.max(from.get(number), ask.totalLow()));
        return new Tier(number, limits.up(low), limits.down(Math.min(Math.min(below, supplier.capacityKg()), ask.totalHigh())));
    }

    private @Nullable Ratio least(Ask ask, Tier tier, @Nullable Ratio enough) {
        if (ask.multipliers().fit()) {
            FastTier.Answer answer = fast.least(ask, tier, enough);
            if (answer.computed()) return answer.least();
        }
        return plain.least(ask, tier).orElse(null);
    }
}
