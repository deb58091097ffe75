package org.jucai.platform.award.settling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jucai.platform.award.shares.Remainders;

/**
 * How much each line gets of each supplier: of each in proportion to its share, so that all have the same mixture of goods and
 * prices. Lines that take goods from some sources only are served first, from those as far as they reach.
 *
 * @param units by line and supplier
 */
record Parts(long[][] units) {

    /**
     * @param shares by line
     * @param sold by supplier; sums to the shares
     * @param takes by line and supplier, whether the line takes its goods
     */
    static Parts of(long[] shares, long[] sold, boolean[][] takes) {
        long[][] units = new long[shares.length][sold.length];
        long[] left = sold.clone();
        long[] needs = shares.clone();
        for (int line = 0; line < shares.length; line++) {
            if (!choosy(takes[line])) continue;
            long[] room = left.clone();
            for (int s = 0; s < room.length; s++) if (!takes[line][s]) room[s] = 0;
            long taken = Math.min(needs[line], Arrays.stream(room).sum());
            move(units[line], left, proportional(taken, room));
            needs[line] -= taken;
        }
        for (int s = 0; s < sold.length; s++) {
            long[] each = proportional(left[s], needs);
            for (int line = 0; line < shares.length; line++) {
                units[line][s] += each[line];
                needs[line] -= each[line];
            }
        }
        return new Parts(units);
    }

    private static boolean choosy(boolean[] takes) {
        return IntStream.range(0, takes.length).anyMatch(s -> !takes[s]);
    }

    private static void move(long[] to, long[] from, long[] much) {
        for (int s = 0; s < much.length; s++) {
            to[s] += much[s];
            from[s] -= much[s];
        }
    }

    /** A whole in proportion to weights: largest remainder, ties to the earlier (law 6). A mass of no more than the weights' sum gives no part above its weight. */
    static long[] proportional(long whole, long[] weights) {
        long all = Arrays.stream(weights).sum();
        if (all == 0) return new long[weights.length];
        List<BigInteger> parts = new ArrayList<>();
        for (long weight : weights) parts.add(BigInteger.valueOf(weight).multiply(BigInteger.valueOf(whole)));
        return Remainders.round(parts, BigInteger.valueOf(all)).stream().mapToLong(BigInteger::longValueExact).toArray();
    }
}
