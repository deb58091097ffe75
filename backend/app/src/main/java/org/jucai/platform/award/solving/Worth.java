package org.jucai.platform.award.solving;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.ProblemRefusedException.Reason;

/** The most a round can cost. Up to this every sum of an award is exact in a long and in the documents. */
final class Worth {

    private Worth() {}

    static void check(AwardProblem problem, StrictNode root) {
        Map<String, BigInteger> dearest = new HashMap<>();
        for (Lot lot : problem.lots()) dearest.put(lot.id(), times(lot.targetKg(), lot.outsideFenPerTonne()));
        Map<String, Long> largest = new HashMap<>();
        for (Lot lot : problem.lots()) largest.put(lot.id(), lot.maximumKg());
        for (Supplier supplier : problem.suppliers()) {
            for (Bid bid : supplier.bids()) dearest.merge(bid.lot(), dearest(bid, largest.getOrDefault(bid.lot(), 0L)), BigInteger::max);
        }
        BigInteger all = dearest.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (all.compareTo(BigInteger.valueOf(Canonical.GREATEST)) > 0) throw root.refuse(Reason.ROUND_TOO_DEAR);
    }

    private static BigInteger dearest(Bid bid, long lotKg) {
        long price = bid.steps().stream().flatMap(step -> step.fenPerTonne().stream()).mapToLong(Long::longValue).max().orElse(0);
        BigInteger cost = times(lotKg, price + bid.freightFenPerTonne());
        if (bid.truck() == null) return cost;
        return cost.add(times(1_000 * bid.truck().fen(), lotKg / bid.truck().kg() + 1));
    }

    private static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
