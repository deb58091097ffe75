package org.jucai.platform.award.decisions;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.award.solving.AwardProblem;

/**
 * How offers that did not win compare, lot by lot: by what the lot's awarded mass would cost, as far as the offer reaches, delivered
 * and without a discount for the whole; ties to the smaller id. The two best of a lot that was served are its reserves.
 */
record Reserves(AwardProblem problem, List<Settlement.Won> won) {

    private static final int RESERVES = 2;

    /** @param pseudonyms by supplier id */
    List<Award.Rank> ranked(Map<String, String> pseudonyms) {
        Map<String, Long> awarded = won.stream().collect(Collectors.toMap(Settlement.Won::lot, Settlement.Won::kg, Long::sum));
        Set<String> winning = won.stream().map(each -> each.lot() + "/" + each.supplier()).collect(Collectors.toSet());
        Map<String, List<Award.Rank>> byLot = new HashMap<>();
        for (AwardProblem.Supplier supplier : problem.suppliers()) {
            for (AwardProblem.Bid bid : supplier.bids()) {
                if (winning.contains(bid.lot() + "/" + supplier.id())) continue;
                byLot.computeIfAbsent(bid.lot(), _ -> new ArrayList<>()).add(new Award.Rank(UUID.fromString(bid.lot()), UUID.fromString(supplier.id()),
                        pseudonyms.getOrDefault(supplier.id(), ""), false, fenPerTonne(bid, awarded.getOrDefault(bid.lot(), 0L))));
            }
        }
        return byLot.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(lot -> best(lot.getValue(), awarded.containsKey(lot.getKey())).stream()).toList();
    }

    private static List<Award.Rank> best(List<Award.Rank> of, boolean served) {
        List<Award.Rank> sorted = of.stream().sorted(Comparator.comparingLong(Award.Rank::comparedFenPerTonne).thenComparing(rank -> rank.supplierId().toString())).toList();
        List<Award.Rank> ranks = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Award.Rank each = sorted.get(i);
            ranks.add(new Award.Rank(each.lotId(), each.supplierId(), each.pseudonym(), served && i < RESERVES, each.comparedFenPerTonne()));
        }
        return ranks;
    }

    /** Rounded half up. */
    private static long fenPerTonne(AwardProblem.Bid bid, long lotKg) {
        long kg = Math.clamp(lotKg, bid.minimumKg(), bid.capacityKg());
        BigInteger milli = BigInteger.ZERO;
        for (int i = 0; i < bid.steps().size() && bid.steps().get(i).fromKg() <= kg; i++) {
            boolean last = i + 1 == bid.steps().size() || bid.steps().get(i + 1).fromKg() > kg;
            long end = last ? kg : bid.steps().get(i + 1).fromKg();
            long priced = bid.ladder() == AwardProblem.Ladder.INCREMENTAL ? end - bid.steps().get(i).fromKg() : last ? kg : 0;
            milli = milli.add(BigInteger.valueOf(bid.steps().get(i).fenPerTonne().getFirst()).multiply(BigInteger.valueOf(priced)));
        }
        BigInteger twice = BigInteger.valueOf(2 * kg);
        return milli.shiftLeft(1).add(BigInteger.valueOf(kg)).divide(twice).longValueExact() + bid.freightFenPerTonne();
    }
}
