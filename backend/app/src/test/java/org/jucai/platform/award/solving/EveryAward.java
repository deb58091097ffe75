package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;

/** Tries every award of a tiny round, straight from the words of the note on the award's documents; shares nothing with the solver. */
final class EveryAward {

    private record Offer(Supplier supplier, Bid bid) {}

    private final AwardProblem problem;
    private final List<Offer> offers = new ArrayList<>();
    private final long[] kg;
    private long best = Long.MAX_VALUE;

    private EveryAward(AwardProblem problem) {
        this.problem = problem;
        for (Supplier supplier : problem.suppliers()) for (Bid bid : supplier.bids()) offers.add(new Offer(supplier, bid));
        kg = new long[offers.size()];
    }

    /** The least objective in milli-fen, or nothing where no award obeys the rules. */
    static OptionalLong least(AwardProblem problem) {
        EveryAward all = new EveryAward(problem);
        all.from(0);
        return all.best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(all.best);
    }

    private void from(int i) {
        if (i == kg.length) {
            if (isAllowed()) best = Math.min(best, objective());
            return;
        }
        Bid bid = offers.get(i).bid();
        for (long mass = 0; mass <= bid.capacityKg(); mass += problem.gridKg()) {
            if (mass > 0 && mass < Math.max(1, bid.minimumKg())) continue;
            kg[i] = mass;
            from(i + 1);
        }
        kg[i] = 0;
    }

    private long ofLot(String lot) {
        long sum = 0;
        for (int i = 0; i < kg.length; i++) if (offers.get(i).bid().lot().equals(lot)) sum += kg[i];
        return sum;
    }

    private long ofSupplier(Supplier supplier) {
        long sum = 0;
        for (int i = 0; i < kg.length; i++) if (offers.get(i).supplier() == supplier) sum += kg[i];
        return sum;
    }

    private long all() {
        long sum = 0;
        for (long each : kg) sum += each;
        return sum;
    }

    private boolean isAllowed() {
        for (Lot lot : problem.lots()) {
            long sum = ofLot(lot.id());
            if ((sum != 0 || lot.mustBeServed()) && (sum < lot.minimumKg() || sum > lot.maximumKg())) return false;
        }
        for (Supplier supplier : problem.suppliers()) {
            long sum = ofSupplier(supplier);
            if (sum != 0 && (sum < supplier.minimumKg() || sum > supplier.capacityKg())) return false;
            for (List<String> bundle : supplier.bundles()) {
                long used = bundle.stream().filter(lot -> of(supplier, lot) > 0).count();
                if (used != 0 && used != bundle.size()) return false;
            }
        }
        return problem.rules().stream().allMatch(this::holds);
    }

    private long of(Supplier supplier, String lot) {
        long sum = 0;
        for (int i = 0; i < kg.length; i++) if (offers.get(i).supplier() == supplier && offers.get(i).bid().lot().equals(lot)) sum += kg[i];
        return sum;
    }

    private long usedIn(String lot) {
        return problem.suppliers().stream().filter(supplier -> of(supplier, lot) > 0).count();
    }

    private long used() {
        return problem.suppliers().stream().filter(supplier -> ofSupplier(supplier) > 0).count();
    }

    private boolean holds(Rule rule) {
        return switch (rule) {
            case Rule.MaxSuppliers r -> used() <= r.count();
            case Rule.MinSuppliers r -> used() >= r.count();
            case Rule.MaxSuppliersPerLot r -> problem.lots().stream().filter(lot -> r.lot() == null || r.lot().equals(lot.id())).allMatch(lot -> usedIn(lot.id()) <= r.count());
            case Rule.MinSuppliersPerLot r -> problem.lots().stream().filter(lot -> r.lot() == null || r.lot().equals(lot.id()))
                    .filter(lot -> lot.mustBeServed() || ofLot(lot.id()) > 0).allMatch(lot -> usedIn(lot.id()) >= r.count());
            case Rule.MaxSupplierShare r -> problem.suppliers().stream().allMatch(s -> share(List.of(s), r.shareBp(), r.of()));
            case Rule.MaxGroupShare r -> problem.suppliers().stream().allMatch(s -> share(groupOf(s), r.shareBp(), r.of()));
            case Rule.MinSmallShare r -> 10_000 * problem.suppliers().stream().filter(Supplier::small).mapToLong(this::ofSupplier).sum() >= r.shareBp() * all();
            case Rule.ExcludedPair r -> problem.suppliers().stream().filter(s -> s.id().equals(r.supplier())).allMatch(s -> of(s, r.lot()) == 0);
            case Rule.Quality r -> isGood(r);
        };
    }

    private List<Supplier> groupOf(Supplier one) {
        return problem.suppliers().stream().filter(s -> s == one || s.group() != null && s.group().equals(one.group())).toList();
    }

    private boolean share(List<Supplier> members, long bp, Rule.Of of) {
        if (of == Rule.Of.ROUND) return 10_000 * members.stream().mapToLong(this::ofSupplier).sum() <= bp * all();
        return problem.lots().stream().allMatch(lot -> 10_000 * members.stream().mapToLong(s -> of(s, lot.id())).sum() <= bp * ofLot(lot.id()));
    }

    private boolean isGood(Rule.Quality rule) {
        for (int i = 0; i < kg.length; i++) {
            Bid bid = offers.get(i).bid();
            if (kg[i] == 0 || rule.lot() != null && !rule.lot().equals(bid.lot())) continue;
            Long value = bid.attributesPpm().get(rule.attribute());
            if (value == null || rule.atLeastPpm() != null && value < rule.atLeastPpm() || rule.atMostPpm() != null && value > rule.atMostPpm()) return false;
        }
        return true;
    }

    private long objective() {
        long sum = 0;
        for (int i = 0; i < kg.length; i++) if (kg[i] > 0) sum += cost(offers.get(i), kg[i]);
        for (Lot lot : problem.lots()) sum += lot.outsideFenPerTonne() * Math.max(0, lot.targetKg() - ofLot(lot.id()));
        return sum;
    }

    private long cost(Offer offer, long mass) {
        List<Long> tiers = offer.supplier().totalTiersFromKg();
        int tier = (int) tiers.stream().filter(from -> from <= ofSupplier(offer.supplier())).count() - 1;
        Bid bid = offer.bid();
        long goods = 0;
        for (long kilogram = 1; kilogram <= mass; kilogram++) {
            // The n-th kilogram lies in the step that begins at most n - 1 before it; on all units the last kilogram speaks for all.
            long reached = bid.ladder() == Ladder.ALL_UNITS ? mass : kilogram - 1;
            int step = (int) bid.steps().stream().filter(each -> each.fromKg() <= reached).count() - 1;
            goods += bid.steps().get(step).fenPerTonne().get(tier);
        }
        long trucks = bid.truck() == null ? 0 : (mass + bid.truck().kg() - 1) / bid.truck().kg() * bid.truck().fen() * 1_000;
        return goods + bid.freightFenPerTonne() * mass + trucks;
    }
}
