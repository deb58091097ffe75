package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link PlainTier} says, in long arithmetic that is exact: where numbers are too large for it, it does not begin. */
final class FastTier {

    /** So that a unit times the greatest mass, and twice that, fit into a long. */
    static final long MOST_UNIT = 10_000_000L;

    private record Range(boolean ray, int tier, long low, long high) {}

    private final List<Problem.Bid> bids;
    private final boolean[] excluded;
    private final BigInteger scale;
    private final long unit;
    private final List<Map<Range, Optional<Chain>>> chains;
    private final @Nullable Chain[][] whole;
    private final Pieces pieces = new Pieces();
    private final Wide wholes = new Wide();
    private final Wide rests = new Wide();
    private long kg;

    /** @param unit common multiple of the masses of trucks, at most {@link #MOST_UNIT} */
    FastTier(List<Problem.Bid> bids, boolean[] excluded, BigInteger scale, long unit) {
        this.bids = bids;
        this.excluded = excluded;
        this.scale = scale;
        this.unit = unit;
        chains = bids.stream().<Map<Range, Optional<Chain>>>map(bid -> new HashMap<>()).toList();
        whole = new Chain[bids.size()][ProblemReader.MOST_TIERS];
    }

    /** Long multipliers of what is asked. */
    record Longs(long[] slope, long[] used) {

        static Longs of(Ask ask) {
            Longs longs = new Longs(new long[ask.slope().length], new long[ask.slope().length]);
            for (int i = 0; i < longs.slope.length; i++) {
                longs.slope[i] = ask.slope()[i].longValueExact();
                longs.used[i] = ask.used()[i].longValueExact();
            }
            return longs;
        }
    }

    /** The answer: whether it could be computed, and if so the least, if there is one. */
    record Answer(boolean computed, @Nullable Ratio least) {

        static final Answer NONE = new Answer(true, null);
        static final Answer TOO_LARGE = new Answer(false, null);
    }

    /** @param enough where the least is not below this, anything not below it may be answered */
    Answer least(Ask ask, Longs longs, Tier tier, @Nullable Ratio enough) {
        pieces.clear();
        wholes.clear();
        rests.clear();
        kg = 0;
        for (int i = 0; i < bids.size(); i++) {
            Usable usable = Usable.of(bids.get(i), excluded[i], ask.low()[i], ask.high()[i]);
            if (usable.impossible()) return Answer.NONE;
            if (!usable.may()) continue;
            Chain chain = chain(i, usable, ask.ray(), tier.number());
            if (chain == null) return Answer.TOO_LARGE;
            if (usable.must()) forced(chain, longs.slope[i], longs.used[i]);
            else free(chain, longs.slope[i], longs.used[i]);
        }
        return new Answer(true, filled(tier, enough));
    }

    /** A total tier with what is left of its range. */
    record Tier(int number, long low, long high) {}

    private @Nullable Chain chain(int i, Usable usable, boolean ray, int tier) {
        Problem.Bid bid = bids.get(i);
        boolean plain = !ray && usable.high() == bid.capacityKg() && usable.low() == Math.max(1, bid.minimumKg());
        if (plain && whole[i][tier] != null) return whole[i][tier];
        Chain chain = chains.get(i).computeIfAbsent(new Range(ray, tier, usable.low(), usable.high()), range ->
                Optional.ofNullable(Chain.of(new BidCost(bid, tier, ray), range.low(), range.high(), scale, unit))).orElse(null);
        if (plain) whole[i][tier] = chain;
        return chain;
    }

    private void forced(Chain chain, long slope, long used) {
        kg += chain.kg()[0];
        wholes.addProduct(chain.zeroWhole()[0] + slope, chain.kg()[0]);
        rests.add(chain.zeroRest()[0]);
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
            long whole = chain.zeroWhole()[j] + Math.floorDiv(used, to);
            long rest = chain.zeroRest()[j] + Math.floorMod(used, to) * unit;
            if (rest >= unit * to) {
                rest -= unit * to;
                whole++;
            }
            if (j < chain.last() && !flatter(whole, rest, to, chain, j)) continue;
            pieces.add(whole + slope, rest, to);
            rest(chain, j, slope);
            return;
        }
    }

    private static boolean flatter(long whole, long rest, long to, Chain chain, int j) {
        if (whole != chain.whole()[j]) return whole < chain.whole()[j];
        return Wide.compareProducts(rest, chain.length(j), chain.rest()[j], to) < 0;
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
        return ratio(allWholes, allRests);
    }

    private Ratio sum(Pieces.@Nullable Part part) {
        Ratio full = ratio(wholes, rests);
        if (part == null || part.rest() == 0) return full;
        return full.plus(new Ratio(Prices.product(part.rest(), part.taken()), Prices.product(unit, part.kg())));
    }

    private Ratio ratio(Wide sumOfWholes, Wide sumOfRests) {
        BigInteger under = BigInteger.valueOf(unit);
        return new Ratio(sumOfWholes.value().multiply(under).add(sumOfRests.value()), under);
    }
}
