package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.TreeSet;

/**
 * The cost of a bid in one total tier as a certificate sees it: trucks as the straight line below them. It is linear between
 * neighbours of its breaks.
 */
record BidCost(Problem.Bid bid, int tier, boolean ray) {

    /** Mass at which the function may bend or jump, in ascending order, ends included. */
    TreeSet<Long> breaks(long low, long high) {
        TreeSet<Long> breaks = new TreeSet<>();
        breaks.add(low);
        breaks.add(high);
        if (ray) return breaks;
        for (Problem.Step step : bid.steps()) {
            if (step.fromKg() > low && step.fromKg() <= high) breaks.add(step.fromKg());
            boolean jump = !bid.incremental() && step.fromKg() - 1 >= low && step.fromKg() - 1 <= high;
            if (jump) breaks.add(step.fromKg() - 1);
        }
        return breaks;
    }

    /** In milli-fen. */
    Ratio at(long kg) {
        if (ray) return Ratio.ZERO;
        Ratio goods = Ratio.whole(Prices.byTheTonne(bid, tier, kg));
        Problem.Truck truck = bid.truck();
        if (truck == null) return goods;
        return goods.plus(new Ratio(Prices.product(truck.fen(), kg).multiply(Prices.MILLI), BigInteger.valueOf(truck.kg())));
    }
}
