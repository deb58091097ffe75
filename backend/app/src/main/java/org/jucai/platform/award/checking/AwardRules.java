package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds an award to what an award is (rules 1 to 4), to the rules of the round, and to its order. */
final class AwardRules {

    private final Problem problem;
    private final RuleBook book;
    private final Recount recount;
    private final Findings findings;

    AwardRules(Problem problem, RuleBook book, Recount recount, Findings findings) {
        this.problem = problem;
        this.book = book;
        this.recount = recount;
        this.findings = findings;
    }

    void check(List<Result.Award> awards, List<String> failedLots) {
        order(awards, failedLots);
        for (int lot = 0; lot < recount.lotKg.length; lot++) lot(problem.lots().get(lot), recount.lotKg[lot], failedLots);
        for (String id : failedLots) findings.unless(book.lot(id).isPresent(), Breach.NOT_A_FAILED_LOT, Map.of("lot", id));
        for (int bid = 0; bid < recount.bidKg.length; bid++) if (recount.bidKg[bid] > 0) bid(bid, recount.bidKg[bid]);
        for (int supplier = 0; supplier < recount.supplierKg.length; supplier++) supplier(supplier, recount.supplierKg[supplier]);
        for (String name : book.names()) book.inequality(name).ifPresent(this::inequality);
    }

    private void order(List<Result.Award> awards, List<String> failedLots) {
        for (int i = 0; i < awards.size(); i++) {
            Result.Award award = awards.get(i);
            Map<String, Object> where = Map.of("lot", award.lot(), "supplier", award.supplier());
            findings.unless(book.bid(award.supplier(), award.lot()).isPresent(), Breach.NO_SUCH_BID, where);
            int order = i == 0 ? -1 : compare(awards.get(i - 1), award);
            findings.unless(order <= 0, Breach.AWARDS_NOT_SORTED, where);
        }
        Set<List<String>> seen = new HashSet<>();
        for (Result.Award award : awards) {
            boolean first = seen.add(List.of(award.lot(), award.supplier()));
            findings.unless(first, Breach.AWARD_TWICE, Map.of("lot", award.lot(), "supplier", award.supplier()));
        }
        for (int i = 1; i < failedLots.size(); i++) {
            boolean sorted = failedLots.get(i - 1).compareTo(failedLots.get(i)) < 0;
            findings.unless(sorted, Breach.FAILED_LOTS_NOT_SORTED, Map.of("lot", failedLots.get(i)));
        }
    }

    private static int compare(Result.Award a, Result.Award b) {
        int byLot = a.lot().compareTo(b.lot());
        return byLot != 0 ? byLot : a.supplier().compareTo(b.supplier());
    }

    private void lot(Problem.Lot lot, long kg, List<String> failedLots) {
        boolean failed = kg == 0 && !lot.mustBeServed();
        boolean named = failedLots.contains(lot.id());
        findings.unless(!failed || named, Breach.FAILED_LOT_NOT_NAMED, Map.of("lot", lot.id()));
        findings.unless(failed || !named, Breach.NOT_A_FAILED_LOT, Map.of("lot", lot.id()));
        findings.unless(failed || kg >= lot.minimumKg(), Breach.LOT_BELOW_MINIMUM, Map.of("lot", lot.id(), "kg", kg, "limitKg", lot.minimumKg()));
        findings.unless(kg <= lot.maximumKg(), Breach.LOT_ABOVE_MAXIMUM, Map.of("lot", lot.id(), "kg", kg, "limitKg", lot.maximumKg()));
    }

    private void bid(int place, long kg) {
        Problem.Bid bid = problem.bids().get(place);
        Map<String, Object> where = Map.of("lot", problem.lot(bid).id(), "supplier", problem.supplier(bid).id(), "kg", kg,
                "minimumKg", Math.max(1, bid.minimumKg()), "capacityKg", bid.capacityKg(), "gridKg", problem.gridKg());
        findings.unless(kg >= bid.minimumKg(), Breach.BID_BELOW_MINIMUM, where);
        findings.unless(kg <= bid.capacityKg(), Breach.BID_ABOVE_CAPACITY, where);
        findings.unless(kg % problem.gridKg() == 0, Breach.OFF_THE_GRID, where);
        book.excludedBy(place).ifPresent(rule -> findings.add(rule instanceof Rule.Quality ? Breach.QUALITY : Breach.EXCLUDED_PAIR,
                Map.of("rule", rule.id(), "lot", problem.lot(bid).id(), "supplier", problem.supplier(bid).id())));
    }

    private void supplier(int place, long kg) {
        Problem.Supplier supplier = problem.suppliers().get(place);
        if (kg > 0) {
            Map<String, Object> where = Map.of("supplier", supplier.id(), "kg", kg, "minimumKg", supplier.minimumKg(), "capacityKg", supplier.capacityKg());
            findings.unless(kg >= supplier.minimumKg(), Breach.SUPPLIER_BELOW_MINIMUM, where);
            findings.unless(kg <= supplier.capacityKg(), Breach.SUPPLIER_ABOVE_CAPACITY, where);
        }
        for (List<Integer> bundle : supplier.bundles()) bundle(supplier, bundle);
    }

    private void bundle(Problem.Supplier supplier, List<Integer> lots) {
        List<Integer> used = supplier.bids().stream().filter(bid -> recount.bidKg[bid] > 0).map(bid -> problem.bids().get(bid).lot()).toList();
        List<String> lacking = lots.stream().filter(lot -> !used.contains(lot)).map(lot -> problem.lots().get(lot).id()).toList();
        boolean allOrNone = lacking.isEmpty() || lacking.size() == lots.size();
        findings.unless(allOrNone, Breach.BUNDLE_BROKEN, Map.of("supplier", supplier.id(), "lots", String.join(", ", lacking)));
    }

    private void inequality(Inequality inequality) {
        BigInteger over = recount.value(inequality);
        findings.unless(over.signum() <= 0, Breach.valueOf(inequality.kind().name()), Map.of("rule", inequality.name(), "over", over));
    }
}
