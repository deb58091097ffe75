package org.jucai.bench;

import java.util.HashMap;
import java.util.Map;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;

/** The awards a person would make of a round without limits: each lot to whoever is cheapest for it, by list price or by the best tier's. */
final class AwardGreedy {

    private AwardGreedy() {}

    /** What the better of the two costs, in milli-fen, at the tiers really reached. */
    static long better(AwardProblem problem) {
        return Math.min(cost(problem, false), cost(problem, true));
    }

    private static long cost(AwardProblem problem, boolean bestTier) {
        Map<String, Supplier> chosen = new HashMap<>();
        Map<String, Long> least = new HashMap<>();
        for (Supplier supplier : problem.suppliers()) {
            int tier = bestTier ? supplier.totalTiersFromKg().size() - 1 : 0;
            for (Bid bid : supplier.bids()) {
                long price = price(bid, tier);
                if (price >= least.getOrDefault(bid.lot(), Long.MAX_VALUE)) continue;
                least.put(bid.lot(), price);
                chosen.put(bid.lot(), supplier);
            }
        }
        Map<Supplier, Long> totals = new HashMap<>();
        for (Lot lot : problem.lots()) totals.merge(chosen.get(lot.id()), lot.targetKg(), Long::sum);
        long sum = 0;
        for (Lot lot : problem.lots()) sum += lot.targetKg() * reached(chosen.get(lot.id()), lot, totals);
        return sum;
    }

    private static long reached(Supplier supplier, Lot lot, Map<Supplier, Long> totals) {
        int tier = (int) supplier.totalTiersFromKg().stream().filter(from -> from <= totals.get(supplier)).count() - 1;
        return supplier.bids().stream().filter(bid -> bid.lot().equals(lot.id())).mapToLong(bid -> price(bid, tier)).findFirst().orElseThrow();
    }

    private static long price(Bid bid, int tier) {
        return bid.steps().getFirst().fenPerTonne().get(tier);
    }
}
