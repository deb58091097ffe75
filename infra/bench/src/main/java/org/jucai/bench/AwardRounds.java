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

/**
 * Seeded rounds on the structure of the total-quantity-discount problem (Goossens, Maas, Spieksma, van de Klundert 2007).
 *
 * <ul>
 *   <li>lot: uniform 100 to 2,000 t in whole tonnes, all of it to be bought; its base price log-uniform over a decade, 500 to 5,000 yuan a tonne;
 *   <li>a supplier offers for a lot with probability 0.6 (a lot without two offers gets them); its list price is the base price times
 *       uniform 0.9 to 1.1 (by offer) times uniform 0.95 to 1.05 (by supplier);
 *   <li>tiers of the total-volume discount on all units begin at 0 and at multiples of 0.6 fair shares (total demand over suppliers), each
 *       threshold times uniform 0.8 to 1.2; each tier is cheaper than the one before by uniform 1.5 to 5 %, drawn by supplier and tier;
 *   <li>with capacities: an offer holds for uniform 35 to 100 % of the lot, with a minimum of 5 % of it where it is taken at all; a supplier's total
 *       capacity is uniform 1.2 to 4 fair shares; at most 3 suppliers in a lot and two fifths and five of all in the round; at most 60 % of a lot and twelve per cent
 *       of the round to one supplier.
 * </ul>
 */
final class AwardRounds {

    private static final int WHOLE_BP = 10_000;

    private final RandomGenerator chance;
    private final Shape shape;

    /** @param limited with capacities, minimum lots and limits */
    record Shape(int suppliers, int lots, int tiers, boolean limited) {}

    /** The rules of a round with limits, and one that cannot hold beside the capacities: two suppliers in all. */
    static AwardProblem clashing(AwardProblem problem) {
        List<Rule> rules = new ArrayList<>(List.of(new Rule.MaxSuppliers("a-few", 2)));
        rules.addAll(problem.rules());
        return problem.under(rules);
    }

    /**
     * A round as the association expects it: 120 lots, 48 suppliers, 4 tiers; members' minimum to maximum 80 to 110 % of the target, what is short costs 1.15
     * times the base price elsewhere; a supplier offers for 15 % of the lots; a quarter of the offers has a second step, on all units or incremental, 1 to 3 % cheaper
     * from half the lot on; a quarter pays freight by the tonne, and every tenth lot may fail; suppliers have groups of two, half are small; all kinds of rules.
     */
    static AwardProblem realistic(long seed) {
        return new AwardRealistic(seed).round();
    }

    private AwardRounds(Shape shape, long seed) {
        this.shape = shape;
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static AwardProblem of(Shape shape, long seed) {
        return new AwardRounds(shape, seed).round();
    }

    private double between(double low, double high) {
        return chance.nextDouble(low, high);
    }

    private AwardProblem round() {
        List<Lot> lots = new ArrayList<>();
        double[] base = new double[shape.lots];
        for (int l = 0; l < shape.lots; l++) {
            long kg = chance.nextLong(100, 2_001) * 1_000;
            base[l] = 50_000 * Math.pow(10, chance.nextDouble());
            lots.add(new Lot("L%04d".formatted(l), kg, kg, kg, true, 0, List.of()));
        }
        boolean[][] offered = offered();
        double fair = lots.stream().mapToLong(Lot::targetKg).sum() / (double) shape.suppliers;
        List<Supplier> suppliers = new ArrayList<>();
        for (int s = 0; s < shape.suppliers; s++) suppliers.add(supplier(s, lots, base, offered[s], fair));
        List<Rule> rules = shape.limited ? rules() : List.of();
        return new AwardProblem("R", 1, lots, suppliers, List.of(), "").under(rules);
    }

    private boolean[][] offered() {
        boolean[][] offered = new boolean[shape.suppliers][shape.lots];
        for (int l = 0; l < shape.lots; l++) {
            int offers = 0;
            for (int s = 0; s < shape.suppliers; s++) {
                offered[s][l] = chance.nextDouble() < 0.6;
                if (offered[s][l]) offers++;
            }
            for (int s = 0; s < shape.suppliers && offers < 2; s++) {
                if (!offered[s][l]) offers++;
                offered[s][l] = true;
            }
        }
        return offered;
    }

    private Supplier supplier(int s, List<Lot> lots, double[] base, boolean[] offers, double fair) {
        List<Long> from = new ArrayList<>(List.of(0L));
        double[] factor = new double[shape.tiers];
        factor[0] = 1;
        for (int k = 1; k < shape.tiers; k++) {
            from.add(Math.max(from.getLast() / 1_000 + 1, Math.round(0.6 * k * fair * between(0.8, 1.2) / 1_000)) * 1_000);
            factor[k] = factor[k - 1] * (1 - between(0.015, 0.05));
        }
        double own = between(0.95, 1.05);
        List<Bid> bids = new ArrayList<>();
        for (int l = 0; l < lots.size(); l++) if (offers[l]) bids.add(bid(lots.get(l), base[l] * own * between(0.9, 1.1), factor));
        long capacity = shape.limited ? Math.round(fair * between(1.2, 4) / 1_000) * 1_000 : lots.stream().mapToLong(Lot::maximumKg).sum();
        return new Supplier("S%04d".formatted(s), null, false, 0, capacity, from, bids, List.of());
    }

    private Bid bid(Lot lot, double list, double[] factor) {
        List<Long> prices = new ArrayList<>();
        for (double each : factor) prices.add(Math.round(list * each));
        long capacity = shape.limited ? Math.round(lot.maximumKg() * between(0.35, 1) / 1_000) * 1_000 : lot.maximumKg();
        long minimum = shape.limited ? Math.round(lot.maximumKg() * 0.05 / 1_000) * 1_000 : 0;
        return new Bid(lot.id(), minimum, capacity, Ladder.ALL_UNITS, List.of(new Step(0, prices)), 0, null, Map.of());
    }

    private List<Rule> rules() {
        return List.of(new Rule.MaxSuppliers("all", shape.suppliers * 2 / 5 + 5), new Rule.MaxSupplierShare("lot-share", WHOLE_BP * 6 / 10, Rule.Of.LOT),
                new Rule.MaxSuppliersPerLot("per-lot", 3, null), new Rule.MaxSupplierShare("round-share", WHOLE_BP * 12 / 100, Rule.Of.ROUND));
    }
}
