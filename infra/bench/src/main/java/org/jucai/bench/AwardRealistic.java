package org.jucai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Step;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.Rule;

/** The realistic round of {@link AwardRounds#realistic}. */
final class AwardRealistic {

    private static final int LOTS = 120;
    private static final int SUPPLIERS = 48;
    private static final int TIERS = 4;
    private final RandomGenerator chance;
    private final double[] base = new double[LOTS];
    private double fair;

    AwardRealistic(long seed) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private double between(double low, double high) {
        return chance.nextDouble(low, high);
    }

    private static long tonnes(double kg) {
        return Math.round(kg / 1_000) * 1_000;
    }

    AwardProblem round() {
        List<Lot> lots = new ArrayList<>();
        for (int l = 0; l < LOTS; l++) {
            long target = chance.nextLong(5, 81) * 20_000;
            base[l] = 50_000 * Math.pow(10, chance.nextDouble());
            lots.add(new Lot("L%04d".formatted(l), tonnes(target * 0.8), target, tonnes(target * 1.1), l % 10 != 9, Math.round(base[l] * 1.15), List.of()));
        }
        fair = lots.stream().mapToLong(Lot::targetKg).sum() / (double) SUPPLIERS;
        List<Supplier> suppliers = new ArrayList<>();
        for (int s = 0; s < SUPPLIERS; s++) suppliers.add(supplier(s, lots));
        return new AwardProblem("R", 1, lots, suppliers, List.of(), "").under(rules());
    }

    private Supplier supplier(int s, List<Lot> lots) {
        List<Long> from = new ArrayList<>(List.of(0L));
        double[] factor = {1, 0, 0, 0};
        for (int k = 1; k < TIERS; k++) {
            from.add(Math.max(from.getLast() + 1_000, tonnes(0.7 * k * fair * between(0.8, 1.2))));
            factor[k] = factor[k - 1] * (1 - between(0.01, 0.03));
        }
        double own = between(0.95, 1.05);
        List<Bid> bids = new ArrayList<>();
        // Every lot has offers of three suppliers at least.
        for (int l = 0; l < LOTS; l++) if ((s - l % SUPPLIERS + SUPPLIERS) % SUPPLIERS < 3 || chance.nextDouble() < 0.15) bids.add(bid(lots.get(l), base[l] * own * between(0.93, 1.07), factor));
        return new Supplier("S%04d".formatted(s), s % 8 < 2 ? "G" + s / 8 : null, s % 2 == 0, 0, tonnes(fair * between(1.5, 5)), from, bids, List.of());
    }

    private Bid bid(Lot lot, double list, double[] factor) {
        List<Step> steps = new ArrayList<>(List.of(new Step(0, prices(list, factor))));
        if (chance.nextInt(4) == 0) steps.add(new Step(tonnes(lot.targetKg() * 0.5), prices(list * (1 - between(0.01, 0.03)), factor)));
        long freight = chance.nextInt(4) == 0 ? Math.round(between(2_000, 8_000)) : 0;
        long most = tonnes(lot.maximumKg() * between(0.5, 1));
        return new Bid(lot.id(), tonnes(lot.targetKg() * 0.1), most, chance.nextBoolean() ? Ladder.ALL_UNITS : Ladder.INCREMENTAL, steps, freight, null,
                Map.of("Al2O3", 850_000 + chance.nextLong(40_000)));
    }

    private static List<Long> prices(double list, double[] factor) {
        List<Long> prices = new ArrayList<>();
        for (double each : factor) prices.add(Math.round(list * each));
        return prices;
    }

    private static List<Rule> rules() {
        return List.of(new Rule.MaxGroupShare("group", 2_000, Rule.Of.ROUND), new Rule.MaxSuppliersPerLot("per-lot", 3, null), new Rule.MinSuppliers("plenty", 8),
                new Rule.Quality("quality", "Al2O3", 852_000L, null, null), new Rule.MaxSupplierShare("round", 1_500, Rule.Of.ROUND),
                new Rule.MinSmallShare("small", 3_000), new Rule.MaxSuppliers("suppliers", 36), new Rule.ExcludedPair("torn", "S0003", "L0003"));
    }
}
