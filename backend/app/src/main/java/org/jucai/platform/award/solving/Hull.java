package org.jucai.platform.award.solving;

import java.util.List;

/**
 * The lower convex envelope of an offer's cost over the positive masses it may have: corners in ascending order. A straight line added
 * to the cost (a multiplier of the mass) moves no corner, so one envelope serves for all multipliers.
 */
final class Hull {

    final long[] kg;
    final long[] milliFen;
    final int size;

    private Hull(long[] kg, long[] milliFen, int size) {
        this.kg = kg;
        this.milliFen = milliFen;
        this.size = size;
    }

    /** @param low at least one, at most high, both multiples of the grid */
    static Hull of(BidCost cost, int tier, Range range, long grid) {
        if (cost.isStraight()) return straight(cost, tier, range);
        List<Long> corners = cost.corners(range.low(), range.high(), grid);
        long[] kg = new long[corners.size()];
        long[] milliFen = new long[corners.size()];
        int size = 0;
        for (long corner : corners) {
            long value = cost.of(tier, corner);
            while (size >= 2 && isAbove(kg, milliFen, size, corner, value)) size--;
            kg[size] = corner;
            milliFen[size++] = value;
        }
        return new Hull(kg, milliFen, size);
    }

    private static Hull straight(BidCost cost, int tier, Range range) {
        if (range.low() == range.high()) return new Hull(new long[] {range.low()}, new long[] {cost.of(tier, range.low())}, 1);
        return new Hull(new long[] {range.low(), range.high()}, new long[] {cost.of(tier, range.low()), cost.of(tier, range.high())}, 2);
    }

    /** The envelope where masses cost nothing. */
    static Hull free(Range range) {
        if (range.low() == range.high()) return new Hull(new long[] {range.low()}, new long[1], 1);
        return new Hull(new long[] {range.low(), range.high()}, new long[2], 2);
    }

    /** The envelope at a mass, in floating point. @param fromZero does it reach down to nothing? */
    double at(long mass, boolean fromZero) {
        double below = fromZero ? 0 : kg[0];
        double cost = fromZero ? 0 : milliFen[0];
        double least = Double.POSITIVE_INFINITY;
        int first = 0;
        for (int i = 0; fromZero && i < size; i++) {
            double slope = (double) milliFen[i] / kg[i];
            if (slope <= least) first = i;
            least = Math.min(least, slope);
        }
        for (int i = first; i < size; i++) {
            if (mass <= kg[i]) return kg[i] == below ? milliFen[i] : cost + (milliFen[i] - cost) * (mass - below) / (kg[i] - below);
            below = kg[i];
            cost = milliFen[i];
        }
        return cost;
    }

    /** The corner to which the line from 0 is least steep. @param use what the use adds to the cost */
    int tangent(double use) {
        int best = 0;
        for (int i = 1; i < size; i++) if ((milliFen[i] + use) / kg[i] <= (milliFen[best] + use) / kg[best]) best = i;
        return best;
    }

    private static boolean isAbove(long[] kg, long[] milliFen, int size, long nextKg, long nextMilliFen) {
        long run = kg[size - 1] - kg[size - 2];
        long rise = milliFen[size - 1] - milliFen[size - 2];
        return compareProducts(rise, nextKg - kg[size - 1], nextMilliFen - milliFen[size - 1], run) >= 0;
    }

    /** Exactly, a * b against c * d. */
    static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /** Masses from low to high. */
    record Range(long low, long high) {}
}
