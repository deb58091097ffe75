package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws tiny rounds: everything the format knows, in masses of a few kilograms. */
final class TinyRounds {

    private static final String[] KINDS = {"MAX_SUPPLIERS", "MIN_SUPPLIERS", "MAX_SUPPLIERS_PER_LOT", "MIN_SUPPLIERS_PER_LOT",
        "MAX_SUPPLIER_SHARE", "MAX_GROUP_SHARE", "MIN_SMALL_SHARE", "EXCLUDED_PAIR", "QUALITY"};

    private final RandomGenerator chance;

    TinyRounds(RandomGenerator chance) {
        this.chance = chance;
    }

    TinyRound draw() {
        TinyRound round = new TinyRound();
        int lots = 1 + chance.nextInt(2);
        int suppliers = 1 + chance.nextInt(lots == 1 ? 3 : 2);
        round.grid = chance.nextInt(4) > 0 ? 1 : 2;
        for (int l = 0; l < lots; l++) round.lots.add(lot());
        for (int s = 0; s < suppliers; s++) {
            round.suppliers.add(supplier(lots));
            for (int l = 0; l < lots; l++) if (chance.nextInt(5) > 0) round.bids.add(bid(s, l, round.suppliers.get(s).tiers().length));
        }
        int rules = chance.nextInt(4);
        for (int r = 0; r < rules; r++) round.rules.add(rule(suppliers, lots));
        return round;
    }

    private TinyRound.Lot lot() {
        long min = chance.nextInt(5);
        long target = min + chance.nextInt(4);
        return new TinyRound.Lot(min, target, target + chance.nextInt(3), chance.nextBoolean(), chance.nextInt(200));
    }

    private TinyRound.Supplier supplier(int lots) {
        long[] tiers = chance.nextBoolean() ? new long[] {0} : new long[] {0, 2 + chance.nextInt(6)};
        List<int[]> bundles = new ArrayList<>();
        if (lots == 2 && chance.nextInt(4) == 0) bundles.add(new int[] {0, 1});
        String group = chance.nextInt(3) == 0 ? "G" : "";
        return new TinyRound.Supplier(group, chance.nextBoolean(), chance.nextInt(4), 3 + chance.nextInt(9), tiers, bundles);
    }

    private TinyRound.Bid bid(int supplier, int lot, int tiers) {
        long[] from = chance.nextBoolean() ? new long[] {0} : new long[] {0, 1 + chance.nextInt(5)};
        long[][] price = new long[from.length][tiers];
        long level = 20 + chance.nextInt(80);
        for (long[] step : price) for (int k = 0; k < tiers; k++) step[k] = Math.max(0, level - chance.nextInt(30) + chance.nextInt(8));
        boolean trucks = chance.nextInt(4) == 0;
        return new TinyRound.Bid(supplier, lot, chance.nextInt(4), 1 + chance.nextInt(6), chance.nextBoolean(), from, price,
                chance.nextInt(10), trucks ? 2 + chance.nextInt(3) : 0, chance.nextInt(2), chance.nextInt(4) == 0 ? null : Long.valueOf(chance.nextInt(10)));
    }

    private TinyRound.Rule rule(int suppliers, int lots) {
        String kind = KINDS[chance.nextInt(KINDS.length)];
        int lot = chance.nextBoolean() && !kind.equals("EXCLUDED_PAIR") ? -1 : chance.nextInt(lots);
        return new TinyRound.Rule(kind, chance.nextInt(4), 500 * chance.nextInt(21), chance.nextBoolean() ? "LOT" : "ROUND",
                chance.nextInt(suppliers), lot, chance.nextBoolean() ? chance.nextInt(10) : -1, chance.nextBoolean() ? chance.nextInt(10) : -1);
    }
}
