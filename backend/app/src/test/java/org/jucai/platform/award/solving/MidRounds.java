package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Step;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.AwardProblem.Truck;

/**
 * Rounds in whole tonnes, too large to try every award of them and small enough for a general engine, with 2 or 3 tiers, steps, trucks, bundles and rules: large ones of 8 to 15
 * suppliers and 10 to 20 lots, small ones of 3 to 5 suppliers and 2 to 4 lots, of which very many can be solved.
 */
final class MidRounds {

    static final long TONNE = 1_000;
    private final RandomGenerator chance;
    private final int suppliers;
    private final int lots;
    private final double[] base;
    private final boolean trucks;
    private final boolean openLots;
    private double fair;

    private MidRounds(long seed, boolean large) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        suppliers = large ? chance.nextInt(8, 16) : chance.nextInt(3, 6);
        lots = large ? chance.nextInt(10, 21) : chance.nextInt(2, 5);
        base = new double[lots];
        trucks = chance.nextInt(5) == 0;
        openLots = chance.nextInt(3) == 0;
    }

    static AwardProblem large(long seed) {
        return new MidRounds(seed, true).round();
    }

    static AwardProblem small(long seed) {
        return new MidRounds(seed, false).round();
    }

    private AwardProblem round() {
        List<Lot> all = new ArrayList<>();
        for (int l = 0; l < lots; l++) {
            long target = chance.nextLong(10, 101);
            boolean open = openLots && chance.nextInt(3) == 0;
            base[l] = chance.nextDouble(80_000, 300_000);
            all.add(new Lot("L%02d".formatted(l), (open ? target * 8 / 10 : target) * TONNE, target * TONNE, (open ? target * 11 / 10 : target) * TONNE, !openLots || chance.nextInt(6) > 0,
                    Math.round(base[l] * 1.3), List.of()));
        }
        fair = all.stream().mapToLong(Lot::targetKg).sum() / (double) suppliers / TONNE;
        List<Supplier> offering = new ArrayList<>();
        for (int s = 0; s < suppliers; s++) offering.add(supplier(s, all));
        return new AwardProblem("R", TONNE, all, offering, List.of(), "").under(rules());
    }

    private Supplier supplier(int s, List<Lot> all) {
        List<Long> from = new ArrayList<>(List.of(0L));
        int tiers = chance.nextInt(2, 4);
        double[] factor = new double[tiers];
        factor[0] = 1;
        for (int k = 1; k < tiers; k++) {
            from.add(from.getLast() + Math.round(fair * chance.nextDouble(0.5, 0.9)) * TONNE);
            factor[k] = factor[k - 1] * chance.nextDouble(0.95, 0.99);
        }
        List<Bid> bids = new ArrayList<>();
        for (int l = 0; l < lots; l++) if ((s + l) % suppliers < 2 || chance.nextInt(3) == 0) bids.add(bid(all.get(l), base[l] * chance.nextDouble(0.9, 1.1), factor));
        long capacity = Math.round(fair * chance.nextDouble(1.5, 4)) * TONNE;
        List<List<String>> bundles = bids.size() > 2 && chance.nextInt(4) == 0 ? List.of(List.of(bids.get(0).lot(), bids.get(1).lot())) : List.of();
        return new Supplier("S%02d".formatted(s), s % 4 < 2 ? "G" + s / 4 : null, s % 2 == 0, 0, capacity, from, bids, bundles);
    }

    private Bid bid(Lot lot, double list, double[] factor) {
        long tonnes = lot.maximumKg() / TONNE;
        List<Step> steps = new ArrayList<>(List.of(new Step(0, prices(list, factor))));
        if (chance.nextInt(8) == 0) steps.add(new Step(tonnes / 2 * TONNE, prices(list * 0.97, factor)));
        Truck truck = trucks && chance.nextInt(8) == 0 ? new Truck(8 * TONNE, 20_000) : null;
        return new Bid(lot.id(), tonnes / 8 * TONNE, Math.round(tonnes * chance.nextDouble(0.5, 1)) * TONNE, chance.nextBoolean() ? Ladder.ALL_UNITS : Ladder.INCREMENTAL, steps,
                chance.nextInt(4) == 0 ? chance.nextLong(1_000, 6_000) : 0, truck, Map.of());
    }

    private static List<Long> prices(double list, double[] factor) {
        List<Long> prices = new ArrayList<>();
        for (double each : factor) prices.add(Math.round(list * each));
        return prices;
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (chance.nextBoolean()) rules.add(new Rule.MaxSuppliers("a", suppliers * 3 / 4));
        if (chance.nextBoolean()) rules.add(new Rule.MaxSuppliersPerLot("b", 3, null));
        if (chance.nextBoolean()) rules.add(new Rule.MaxSupplierShare("c", 3_500, Rule.Of.ROUND));
        if (chance.nextBoolean()) rules.add(new Rule.MaxGroupShare("d", 4_500, Rule.Of.ROUND));
        if (chance.nextBoolean()) rules.add(new Rule.MinSmallShare("e", 2_500));
        if (chance.nextBoolean()) rules.add(new Rule.MinSuppliers("f", Math.min(5, suppliers - 1)));
        return rules;
    }
}
