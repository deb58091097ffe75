package org.jucai.platform.award.checking;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Tries every award of a tiny round. Written from the format by itself: masses in, cost out. */
final class TinyAwards {

    private final TinyRound round;
    private long bestCost = Long.MAX_VALUE;
    private long[] best = {};

    private TinyAwards(TinyRound round) {
        this.round = round;
    }

    record Best(boolean feasible, long milliFen, long[] kg) {}

    static Best best(TinyRound round) {
        TinyAwards awards = new TinyAwards(round);
        awards.tryAll(0, new long[round.bids.size()]);
        return new Best(awards.bestCost != Long.MAX_VALUE, awards.bestCost, awards.best);
    }

    private void tryAll(int bid, long[] kg) {
        if (bid == kg.length) {
            if (!allowed(round, kg)) return;
            long cost = objective(round, kg);
            if (cost < bestCost) {
                bestCost = cost;
                best = kg.clone();
            }
            return;
        }
        for (long q = 0; q <= round.bids.get(bid).cap(); q++) {
            kg[bid] = q;
            if (q == 0 || q >= round.bids.get(bid).min() && q % round.grid == 0) tryAll(bid + 1, kg);
        }
        kg[bid] = 0;
    }

    static long objective(TinyRound round, long[] kg) {
        long sum = 0;
        for (int b = 0; b < kg.length; b++) sum += cost(round, kg, b);
        for (int l = 0; l < round.lots.size(); l++) sum += round.lots.get(l).outside() * Math.max(0, round.lots.get(l).target() - ofLot(round, kg, l));
        return sum;
    }

    static int tier(TinyRound round, long[] kg, int bid) {
        int supplier = round.bids.get(bid).supplier();
        long total = ofSupplier(round, kg, supplier);
        return (int) Arrays.stream(round.suppliers.get(supplier).tiers()).filter(from -> from <= total).count() - 1;
    }

    static int step(TinyRound round, long[] kg, int bid) {
        return (int) Arrays.stream(round.bids.get(bid).from()).filter(from -> from <= kg[bid]).count() - 1;
    }

    static long cost(TinyRound round, long[] kg, int b) {
        if (kg[b] == 0) return 0;
        TinyRound.Bid bid = round.bids.get(b);
        int tier = tier(round, kg, b);
        long sum = bid.freight() * kg[b];
        if (bid.incremental()) {
            for (long unit = 0; unit < kg[b]; unit++) {
                int step = 0;
                while (step + 1 < bid.from().length && bid.from()[step + 1] <= unit) step++;
                sum += bid.price()[step][tier];
            }
        } else {
            sum += bid.price()[step(round, kg, b)][tier] * kg[b];
        }
        if (bid.truckKg() > 0) sum += 1000 * bid.truckFen() * Math.ceilDiv(kg[b], bid.truckKg());
        return sum;
    }

    static long ofLot(TinyRound round, long[] kg, int lot) {
        return IntStream.range(0, kg.length).filter(b -> round.bids.get(b).lot() == lot).mapToLong(b -> kg[b]).sum();
    }

    static long ofSupplier(TinyRound round, long[] kg, int supplier) {
        return IntStream.range(0, kg.length).filter(b -> round.bids.get(b).supplier() == supplier).mapToLong(b -> kg[b]).sum();
    }

    static boolean allowed(TinyRound round, long[] kg) {
        for (int l = 0; l < round.lots.size(); l++) {
            TinyRound.Lot lot = round.lots.get(l);
            long mass = ofLot(round, kg, l);
            if (mass == 0 && !lot.must()) continue;
            if (mass < lot.min() || mass > lot.max()) return false;
        }
        for (int s = 0; s < round.suppliers.size(); s++) if (!supplierAllowed(round, kg, s)) return false;
        return round.rules.stream().allMatch(rule -> keeps(round, kg, rule));
    }

    private static boolean supplierAllowed(TinyRound round, long[] kg, int s) {
        TinyRound.Supplier supplier = round.suppliers.get(s);
        long total = ofSupplier(round, kg, s);
        if (total > 0 && (total < supplier.min() || total > supplier.cap())) return false;
        for (int[] bundle : supplier.bundles()) {
            long with = Arrays.stream(bundle).filter(lot -> IntStream.range(0, kg.length)
                    .anyMatch(b -> kg[b] > 0 && round.bids.get(b).supplier() == s && round.bids.get(b).lot() == lot)).count();
            if (with != 0 && with != bundle.length) return false;
        }
        return true;
    }

    private static boolean keeps(TinyRound round, long[] kg, TinyRound.Rule rule) {
        int suppliers = round.suppliers.size();
        IntStream lots = rule.lot() >= 0 ? IntStream.of(rule.lot()) : IntStream.range(0, round.lots.size());
        long all = Arrays.stream(kg).sum();
        long used = IntStream.range(0, suppliers).filter(s -> ofSupplier(round, kg, s) > 0).count();
        return switch (rule.kind()) {
            case "MAX_SUPPLIERS" -> used <= rule.count();
            case "MIN_SUPPLIERS" -> used >= rule.count();
            case "MAX_SUPPLIERS_PER_LOT" -> lots.allMatch(l -> usedIn(round, kg, l) <= rule.count());
            case "MIN_SUPPLIERS_PER_LOT" -> lots.allMatch(l -> !round.lots.get(l).must() && ofLot(round, kg, l) == 0 || usedIn(round, kg, l) >= rule.count());
            case "MAX_SUPPLIER_SHARE" -> IntStream.range(0, suppliers).allMatch(s -> share(round, kg, rule, new int[] {s}));
            case "MAX_GROUP_SHARE" -> IntStream.range(0, suppliers).allMatch(s -> share(round, kg, rule,
                    IntStream.range(0, suppliers).filter(t -> round.group(t).equals(round.group(s))).toArray()));
            case "MIN_SMALL_SHARE" -> 10_000 * IntStream.range(0, suppliers).filter(s -> round.suppliers.get(s).small())
                    .mapToLong(s -> ofSupplier(round, kg, s)).sum() >= rule.shareBp() * all;
            case "EXCLUDED_PAIR" -> IntStream.range(0, kg.length).noneMatch(b -> kg[b] > 0 && round.bids.get(b).supplier() == rule.supplier()
                    && round.bids.get(b).lot() == rule.lot());
            default -> IntStream.range(0, kg.length).noneMatch(b -> kg[b] > 0 && fails(round.bids.get(b), rule));
        };
    }

    static boolean fails(TinyRound.Bid bid, TinyRound.Rule rule) {
        if (rule.lot() >= 0 && rule.lot() != bid.lot()) return false;
        Long ppm = bid.ppm();
        return ppm == null || rule.least() >= 0 && ppm < rule.least() || rule.most() >= 0 && ppm > rule.most();
    }

    static long usedIn(TinyRound round, long[] kg, int lot) {
        return IntStream.range(0, kg.length).filter(b -> kg[b] > 0 && round.bids.get(b).lot() == lot).count();
    }

    private static boolean share(TinyRound round, long[] kg, TinyRound.Rule rule, int[] whose) {
        IntStream lots = IntStream.range(0, round.lots.size());
        if (rule.of().equals("ROUND")) return 10_000 * mass(round, kg, whose, -1) <= rule.shareBp() * Arrays.stream(kg).sum();
        return lots.allMatch(l -> 10_000 * mass(round, kg, whose, l) <= rule.shareBp() * ofLot(round, kg, l));
    }

    private static long mass(TinyRound round, long[] kg, int[] whose, int lot) {
        return IntStream.range(0, kg.length).filter(b -> (lot < 0 || round.bids.get(b).lot() == lot)
                && Arrays.stream(whose).anyMatch(s -> s == round.bids.get(b).supplier())).mapToLong(b -> kg[b]).sum();
    }
}
