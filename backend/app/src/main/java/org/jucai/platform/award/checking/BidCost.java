package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.TreeSet;

/** The cost of a bid in one total tier as a leaf of a certificate counts it. */
record BidCost(Problem.Bid bid, int tier, boolean ray) {

    /**
     * Mass at which the lower convex envelope over the range may bend, in ascending order: the ends of each step's part of it,
     * and the first and last whole truck within. Both ends of the range are multiples of the grid.
     */
    TreeSet<Long> corners(long low, long high, long grid) {
        TreeSet<Long> corners = new TreeSet<>();
        corners.add(low);
        corners.add(high);
        if (ray) return corners;
        for (int i = 0; i < bid.steps().size(); i++) {
            long from = Math.max(low, up(bid.steps().get(i).fromKg(), grid));
            boolean last = i + 1 == bid.steps().size();
            long to = last ? high : Math.min(high, down(bid.steps().get(i + 1).fromKg() - (bid.incremental() ? 0 : 1), grid));
            if (from <= to) step(corners, from, to);
        }
        return corners;
    }

    private void step(TreeSet<Long> corners, long from, long to) {
        corners.add(from);
        corners.add(to);
        Problem.Truck truck = bid.truck();
        if (truck == null) return;
        long first = up(from, truck.kg());
        if (first > to) return;
        corners.add(first);
        corners.add(down(to, truck.kg()));
    }

    private static long up(long kg, long of) {
        return Math.ceilDiv(kg, of) * of;
    }

    private static long down(long kg, long of) {
        return kg - kg % of;
    }

    /** In milli-fen. */
    BigInteger at(long kg) {
        return ray ? BigInteger.ZERO : Prices.cost(bid, tier, kg);
    }
}
