package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;

/** Rules 5, 6 and 8 of the format: tiers, steps and costs. */
final class Prices {

    static final BigInteger MILLI = BigInteger.valueOf(1_000);

    private Prices() {}

    /** The last threshold that the mass reaches. */
    static int reached(List<Long> thresholds, long kg) {
        int reached = 0;
        while (reached + 1 < thresholds.size() && thresholds.get(reached + 1) <= kg) reached++;
        return reached;
    }

    static int step(Problem.Bid bid, long kg) {
        int reached = 0;
        while (reached + 1 < bid.steps().size() && bid.steps().get(reached + 1).fromKg() <= kg) reached++;
        return reached;
    }

    /** Price and freight by the tonne, in milli-fen. */
    static BigInteger byTheTonne(Problem.Bid bid, int tier, long kg) {
        BigInteger goods = bid.incremental() ? incremental(bid, tier, kg) : product(bid.steps().get(step(bid, kg)).fenPerTonne().get(tier), kg);
        return goods.add(product(bid.freightFenPerTonne(), kg));
    }

    private static BigInteger incremental(Problem.Bid bid, int tier, long kg) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < bid.steps().size(); i++) {
            long from = bid.steps().get(i).fromKg();
            long to = i + 1 < bid.steps().size() ? Math.min(kg, bid.steps().get(i + 1).fromKg()) : kg;
            if (to > from) sum = sum.add(product(bid.steps().get(i).fenPerTonne().get(tier), to - from));
        }
        return sum;
    }

    /** The whole cost in milli-fen. */
    static BigInteger cost(Problem.Bid bid, int tier, long kg) {
        BigInteger cost = byTheTonne(bid, tier, kg);
        Problem.Truck truck = bid.truck();
        if (truck == null) return cost;
        long trucks = (kg + truck.kg() - 1) / truck.kg();
        return cost.add(product(truck.fen(), trucks).multiply(MILLI));
    }

    /** Half up; costs are not negative. */
    static BigInteger fen(BigInteger milliFen) {
        return milliFen.add(BigInteger.valueOf(500)).divide(MILLI);
    }

    static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
