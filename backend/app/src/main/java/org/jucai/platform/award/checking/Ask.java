package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf asks of a supplier: what is left of its bids and total, and the multipliers on them, times scale. Two leaves that
 * ask the same have the same answer.
 *
 * @param low and high: what is left of each bid's mass, in the order of the supplier's bids; nothing where low is above high
 * @param zero whether the bid may be left unused
 * @param multipliers on kilograms and on being used
 */
record Ask(boolean ray, long[] low, long[] high, boolean[] zero, long totalLow, long totalHigh, Multipliers multipliers) {

    /** As longs where all have so few bits that sums of them stay longs, else as they are. */
    record Multipliers(long[] slope, long[] used, BigInteger @Nullable [] largeSlope, BigInteger @Nullable [] largeUsed) {

        static Multipliers of(Problem problem, List<Integer> bids, LeafTerms terms) {
            return terms.small() ? small(problem, bids, terms) : large(problem, bids, terms);
        }

        private static Multipliers small(Problem problem, List<Integer> bids, LeafTerms terms) {
            Multipliers small = new Multipliers(new long[bids.size()], new long[bids.size()], null, null);
            for (int i = 0; i < small.slope.length; i++) {
                int bid = bids.get(i);
                small.slope[i] = terms.smallSlope(bid, problem.bids().get(bid));
                small.used[i] = terms.bidUsed(bid).longValue();
            }
            return small;
        }

        private static Multipliers large(Problem problem, List<Integer> bids, LeafTerms terms) {
            return of(bids.stream().map(bid -> terms.bidSlope(bid, problem.bids().get(bid))).toArray(BigInteger[]::new),
                    bids.stream().map(terms::bidUsed).toArray(BigInteger[]::new));
        }

        static Multipliers of(BigInteger[] slope, BigInteger[] used) {
            return new Multipliers(new long[0], new long[0], slope, used);
        }

        boolean fit() {
            return largeSlope == null;
        }

        BigInteger onKilogram(int i) {
            return largeSlope == null ? BigInteger.valueOf(slope[i]) : largeSlope[i];
        }

        BigInteger onUse(int i) {
            return largeUsed == null ? BigInteger.valueOf(used[i]) : largeUsed[i];
        }

        boolean same(Multipliers other) {
            return Arrays.equals(slope, other.slope) && Arrays.equals(used, other.used) && Arrays.equals(largeSlope, other.largeSlope)
                    && Arrays.equals(largeUsed, other.largeUsed);
        }
    }

    boolean used(int bid) {
        return low[bid] <= high[bid];
    }

    /** A bid that can have neither nothing nor something. */
    boolean impossible() {
        for (int i = 0; i < low.length; i++) if (!zero[i] && !used(i)) return true;
        return false;
    }

    /** Whether the supplier may get nothing. */
    boolean leavesNothing() {
        if (totalLow > 0) return false;
        for (boolean each : zero) if (!each) return false;
        return true;
    }

    boolean same(Ask other) {
        return ray == other.ray && totalLow == other.totalLow && totalHigh == other.totalHigh && Arrays.equals(low, other.low)
                && Arrays.equals(high, other.high) && Arrays.equals(zero, other.zero) && multipliers.same(other.multipliers);
    }
}
