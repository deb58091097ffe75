package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Step;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.AwardProblem.Truck;

/** Rounds so small that every award can be tried, with everything a document can say, by chance. */
final class TinyRounds {

    private static final long[] GRIDS = {1, 1, 1, 2, 3};
    private final RandomGenerator chance;

    private TinyRounds(long seed) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static AwardProblem of(long seed) {
        return new TinyRounds(seed).round();
    }

    private long upTo(long most) {
        return chance.nextLong(most + 1);
    }

    private boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    private AwardProblem round() {
        List<Lot> lots = new ArrayList<>();
        int count = 1 + chance.nextInt(2);
        for (int l = 0; l < count; l++) lots.add(lot("L" + l));
        List<Supplier> suppliers = new ArrayList<>();
        int many = count == 1 ? 1 + chance.nextInt(4) : 1 + chance.nextInt(2);
        for (int s = 0; s < many; s++) suppliers.add(supplier("S" + s, lots));
        AwardProblem bare = new AwardProblem("R", GRIDS[chance.nextInt(GRIDS.length)], lots, suppliers, List.of(), "");
        return bare.under(rules(bare));
    }

    private Lot lot(String id) {
        long minimum = upTo(2);
        long target = minimum + upTo(3);
        return new Lot(id, minimum, target, target + upTo(3), oneIn(2), upTo(30), List.of());
    }

    private Supplier supplier(String id, List<Lot> lots) {
        List<Long> tiers = new ArrayList<>(List.of(0L));
        for (int k = chance.nextInt(3); k > 0; k--) tiers.add(tiers.getLast() + 1 + upTo(4));
        List<Bid> bids = new ArrayList<>();
        for (Lot lot : lots) if (!oneIn(6)) bids.add(bid(lot, tiers.size()));
        List<List<String>> bundles = lots.size() == 2 && oneIn(5) ? List.of(List.of("L0", "L1")) : List.of();
        long minimum = oneIn(4) ? upTo(4) : 0;
        String group = oneIn(2) ? null : "G" + chance.nextInt(2);
        return new Supplier(id, group, oneIn(2), minimum, minimum + 3 + upTo(8), tiers, bids, bundles);
    }

    private Bid bid(Lot lot, int tiers) {
        List<Step> steps = new ArrayList<>(List.of(step(0, tiers)));
        for (int j = chance.nextInt(3); j > 0; j--) steps.add(step(steps.getLast().fromKg() + 1 + upTo(3), tiers));
        long minimum = oneIn(3) ? upTo(3) : 0;
        Truck truck = oneIn(4) ? new Truck(1 + upTo(3), upTo(20) / 10) : null;
        Map<String, Long> attributes = new TreeMap<>();
        if (!oneIn(5)) attributes.put("MgO", upTo(9));
        return new Bid(lot.id(), minimum, minimum + 1 + upTo(5), oneIn(2) ? Ladder.ALL_UNITS : Ladder.INCREMENTAL, steps, upTo(3), truck, attributes);
    }

    private Step step(long from, int tiers) {
        List<Long> prices = new ArrayList<>();
        for (int k = 0; k < tiers; k++) prices.add(5 + upTo(25));
        return new Step(from, prices);
    }

    private List<Rule> rules(AwardProblem problem) {
        List<Rule> rules = new ArrayList<>();
        String lot = problem.lots().getFirst().id();
        Rule.Of of = oneIn(2) ? Rule.Of.LOT : Rule.Of.ROUND;
        if (oneIn(4)) rules.add(new Rule.MaxSuppliers("a", 1 + chance.nextInt(2)));
        if (oneIn(6)) rules.add(new Rule.MinSuppliers("b", 1 + chance.nextInt(2)));
        if (oneIn(4)) rules.add(new Rule.MaxSuppliersPerLot("c", 1 + chance.nextInt(2), oneIn(2) ? lot : null));
        if (oneIn(6)) rules.add(new Rule.MinSuppliersPerLot("d", 1 + chance.nextInt(2), oneIn(2) ? lot : null));
        if (oneIn(4)) rules.add(new Rule.MaxSupplierShare("e", 3_000 + upTo(7_000), of));
        if (oneIn(5)) rules.add(new Rule.MaxGroupShare("f", 5_000 + upTo(5_000), of));
        if (oneIn(5)) rules.add(new Rule.MinSmallShare("g", upTo(6_000)));
        if (oneIn(8)) rules.add(new Rule.ExcludedPair("h", problem.suppliers().getFirst().id(), lot));
        if (oneIn(6)) rules.add(new Rule.Quality("i", "MgO", oneIn(2) ? upTo(5) : null, oneIn(2) ? 4 + upTo(5) : null, oneIn(2) ? lot : null));
        return rules;
    }
}
