package org.jucai.platform.award.solving;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;

/** The most a bid can have, by itself: capacities, the lot, the rules that forbid it or limit its share of the lot. */
final class BidLimits {

    private static final long WHOLE_BP = 10_000;

    private final Set<String> excluded = new HashSet<>();
    private final List<Rule.Quality> floors;
    private long shareBp = WHOLE_BP;

    BidLimits(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule instanceof Rule.ExcludedPair pair) excluded.add(pair.supplier() + "@" + pair.lot());
            if (rule instanceof Rule.MaxSupplierShare share && share.of() == Rule.Of.LOT) shareBp = Math.min(shareBp, share.shareBp());
            if (rule instanceof Rule.MaxGroupShare share && share.of() == Rule.Of.LOT) shareBp = Math.min(shareBp, share.shareBp());
        }
        floors = rules.stream().filter(Rule.Quality.class::isInstance).map(Rule.Quality.class::cast).toList();
    }

    long most(Supplier supplier, Bid bid, Lot lot) {
        if (excluded.contains(supplier.id() + "@" + bid.lot())) return 0;
        for (Rule.Quality floor : floors) if (floor.forbids(bid)) return 0;
        return Math.min(Math.min(bid.capacityKg(), supplier.capacityKg()), Math.min(lot.maximumKg(), shareBp * lot.maximumKg() / WHOLE_BP));
    }
}
