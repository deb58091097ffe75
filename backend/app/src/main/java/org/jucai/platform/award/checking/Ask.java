package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What a leaf asks of a supplier. Two leaves that ask the same have the same answer.
 *
 * @param slope on each bid's kilogram, times scale, in the order of the supplier's bids
 * @param used on each bid's being used, times scale
 * @param low what the leaf leaves of each bid's mass
 */
record Ask(boolean ray, BigInteger[] slope, BigInteger[] used, long[] low, long[] high, long totalLow, long totalHigh) {

    static Ask of(Problem problem, int supplier, LeafTerms terms, Domain domain, boolean ray) {
        List<Integer> bids = problem.suppliers().get(supplier).bids();
        int size = bids.size();
        Ask ask = new Ask(ray, new BigInteger[size], new BigInteger[size], new long[size], new long[size],
                domain.totalLow[supplier], domain.totalHigh[supplier]);
        for (int i = 0; i < size; i++) {
            int bid = bids.get(i);
            ask.slope[i] = terms.bidSlope(bid, problem.bids().get(bid));
            ask.used[i] = terms.bidUsed(bid);
            ask.low[i] = domain.bidLow[bid];
            ask.high[i] = domain.bidHigh[bid];
        }
        return ask;
    }

    /** Whether the supplier may get nothing. */
    boolean leavesNothing() {
        return totalLow == 0 && Arrays.stream(low).allMatch(each -> each == 0);
    }

    boolean same(Ask other) {
        return ray == other.ray && totalLow == other.totalLow && totalHigh == other.totalHigh && Arrays.equals(slope, other.slope)
                && Arrays.equals(used, other.used) && Arrays.equals(low, other.low) && Arrays.equals(high, other.high);
    }

    boolean fits(int bits) {
        for (int i = 0; i < slope.length; i++) if (slope[i].bitLength() > bits || used[i].bitLength() > bits) return false;
        return true;
    }
}
