package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link PlainTier} says, in long arithmetic that is exact: where numbers are too large for it, it says so. */
final class FastTier {

    private final List<Problem.Bid> bids;
    private final long gridKg;
    private final BigInteger scale;
    private final @Nullable Chain[][] chains;
    private final Pieces pieces = new Pieces();
    private final Wide wholes = new Wide();
    private final Wide rests = new Wide();
    private long kg;

    FastTier(List<Problem.Bid> bids, long gridKg, BigInteger scale) {
        this.bids = bids;
        this.gridKg = gridKg;
        this.scale = scale;
        chains = new Chain[bids.size()][ProblemReader.MOST_TIERS];
    }

    /** Whether it could be computed, and if so the least, if there is one. */
    record Answer(boolean computed, @Nullable Ratio least) {

        static final Answer NONE = new Answer(true, null);
        static final Answer TOO_LARGE = new Answer(false, null);
    }

    /** @param enough where the least is not below this, anything not below it may be answered */
    Answer least(Ask ask, Tier tier, @Nullable Ratio enough) {
        pieces.clear();
        wholes.clear();
        rests.clear();
        kg = 0;
        for (int i = 0; i < bids.size(); i++) {
            long high = Math.min(ask.high()[i], tier.high());
            if (ask.low()[i] > high) {
                if (ask.zero()[i]) continue;
                return Answer.NONE;
            }
            Chain chain = chain(i, tier.number(), ask, high);
            if (chain == null) return Answer.TOO_LARGE;
            if (ask.zero()[i]) free(chain, ask.multipliers().slope()[i], ask.multipliers().used()[i]);
            else forced(chain, ask.multipliers().slope()[i], ask.multipliers().used()[i]);
        }
        return new Answer(true, filled(tier, enough));
    }

    /** The last one made is kept: what a leaf leaves of a bid seldom differs from what its neighbour left. */
    private @Nullable Chain chain(int i, int tier, Ask ask, long high) {
        Chain last = chains[i][tier];
        if (last != null && last.covers(ask.ray(), ask.low()[i], high)) return last;
        Chain chain = Chain.of(new BidCost(bids.get(i), tier, ask.ray()), ask.low()[i], high, gridKg, scale);
        chains[i][tier] = chain;
        return chain;
    }

    private void forced(Chain chain, long slope, long used) {
        kg += chain.kg()[0];
        wholes.addProduct(chain.zeroWhole()[0] + slope, chain.kg()[0]);
        wholes.add(chain.zeroRest()[0]);
        wholes.add(used);
        rest(chain, 0, slope);
    }

    private void rest(Chain chain, int from, long slope) {
        for (int j = from; j < chain.last(); j++) pieces.add(chain.whole()[j] + slope, chain.rest()[j], chain.length(j));
    }

    /** From nothing the envelope runs straight to the vertex from which on the chain is steeper. */
    private void free(Chain chain, long slope, long used) {
        for (int j = 0; ; j++) {
            long to = chain.kg()[j];
            long whole = chain.zeroWhole()[j];
            long rest = chain.zeroRest()[j];
            if (used != 0) {
                whole += Math.floorDiv(used, to);
                rest += Math.floorMod(used, to);
            }
            if (rest >= to) {
                rest -= to;
                whole++;
            }
            if (j < chain.last() && !flatter(whole, rest, chain, j)) continue;
            pieces.add(whole + slope, rest, to);
            rest(chain, j, slope);
            return;
        }
    }

    private static boolean flatter(long whole, long rest, Chain chain, int j) {
        if (whole != chain.whole()[j]) return whole < chain.whole()[j];
        return Wide.compareProducts(rest, chain.length(j), chain.rest()[j], chain.kg()[j]) < 0;
    }

    private @Nullable Ratio filled(Tier tier, @Nullable Ratio enough) {
        if (kg > tier.high()) return null;
        long need = Math.max(0, tier.low() - kg - pieces.negativeKg);
        long room = tier.high() - kg;
        if (pieces.negativeKg > room) {
            if (enough != null && unconstrained().compareTo(enough) >= 0) return enough;
            return sum(pieces.take(true, room, wholes, rests));
        }
        pieces.addNegative(wholes, rests);
        if (need == 0) return sum(null);
        if (need > pieces.otherKg()) return null;
        if (enough != null && sum(null).compareTo(enough) >= 0) return enough;
        return sum(pieces.take(false, need, wholes, rests));
    }

    /** Without the limits of the tier it costs at least this. */
    private Ratio unconstrained() {
        Wide allWholes = wholes.copy();
        Wide allRests = rests.copy();
        pieces.addNegative(allWholes, allRests);
        return Ratio.whole(allWholes.value().add(allRests.value()));
    }

    private Ratio sum(Pieces.@Nullable Part part) {
        Ratio full = Ratio.whole(wholes.value().add(rests.value()));
        return part == null ? full : full.plus(new Ratio(Prices.product(part.rest(), part.taken()), BigInteger.valueOf(part.kg())));
    }
}
