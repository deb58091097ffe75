package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The part of a leaf's value that is a supplier's, times scale. Remembers the last answer, for neighbouring leaves ask alike. */
final class SupplierPart {

    private final Problem.Supplier supplier;
    private final PlainTier plain;
    private final @Nullable FastTier fast;
    private @Nullable Ask lastAsk;
    private Optional<Ratio> lastAnswer = Optional.empty();

    SupplierPart(Problem problem, RuleBook book, Problem.Supplier supplier, BigInteger scale) {
        this.supplier = supplier;
        List<Problem.Bid> bids = supplier.bids().stream().map(problem.bids()::get).toList();
        boolean[] excluded = new boolean[bids.size()];
        IntStream.range(0, excluded.length).forEach(i -> excluded[i] = book.excludedBy(supplier.bids().get(i)).isPresent());
        plain = new PlainTier(bids, excluded, scale);
        BigInteger unit = bids.stream().map(Problem.Bid::truck).map(truck -> BigInteger.valueOf(truck == null ? 1 : truck.kg()))
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        boolean small = unit.compareTo(BigInteger.valueOf(FastTier.MOST_UNIT)) <= 0;
        fast = small ? new FastTier(bids, excluded, scale, unit.longValue()) : null;
    }

    /** The least over getting nothing and over the total tiers, or nothing where the leaf leaves nothing. */
    Optional<Ratio> least(Ask ask, BigInteger usedTerm) {
        if (lastAsk == null || !ask.same(lastAsk)) {
            lastAnswer = tiers(ask);
            lastAsk = ask;
        }
        Optional<Ratio> used = lastAnswer.map(least -> least.plus(usedTerm));
        if (!ask.leavesNothing()) return used;
        return Optional.of(used.filter(least -> least.sign() < 0).orElse(Ratio.ZERO));
    }

    private Optional<Ratio> tiers(Ask ask) {
        @Nullable Ratio best = null;
        FastTier.@Nullable Longs longs = fast != null && ask.fits(Chain.BITS) ? FastTier.Longs.of(ask) : null;
        for (int number = 0; number < supplier.tiersFromKg().size(); number++) {
            FastTier.Tier tier = tier(ask, number);
            if (tier.low() > tier.high()) continue;
            @Nullable Ratio least = least(ask, longs, tier, best);
            if (least != null && (best == null || least.compareTo(best) < 0)) best = least;
        }
        return Optional.ofNullable(best);
    }

    private FastTier.Tier tier(Ask ask, int number) {
        List<Long> from = supplier.tiersFromKg();
        long below = number + 1 < from.size() ? from.get(number + 1) - 1 : Long.MAX_VALUE;
        long low = Math.max(Math.max(1, supplier.minimumKg()), Math.max(from.get(number), ask.totalLow()));
        return new FastTier.Tier(number, low, Math.min(Math.min(below, supplier.capacityKg()), ask.totalHigh()));
    }

    private @Nullable Ratio least(Ask ask, FastTier.@Nullable Longs longs, FastTier.Tier tier, @Nullable Ratio enough) {
        if (fast != null && longs != null) {
            FastTier.Answer answer = fast.least(ask, longs, tier, enough);
            if (answer.computed()) return answer.least();
        }
        return plain.least(ask, tier.number(), tier.low(), tier.high()).orElse(null);
    }
}
