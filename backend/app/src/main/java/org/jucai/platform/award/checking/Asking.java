package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.List;

/** What is left of a supplier at a leaf: limits, splits, failed lots and bundles together. */
final class Asking {

    private static final int NO_BID = -1;

    private final Problem problem;
    private final Limits limits;
    private final List<LotPart> lots;
    private final List<List<List<Integer>>> bundles = new ArrayList<>();

    Asking(Problem problem, Limits limits, List<LotPart> lots) {
        this.problem = problem;
        this.limits = limits;
        this.lots = lots;
        for (Problem.Supplier supplier : problem.suppliers()) bundles.add(supplier.bundles().stream().map(bundle -> places(supplier, bundle)).toList());
    }

    /** Places among the supplier's bids of the bids that a bundle joins. */
    private List<Integer> places(Problem.Supplier supplier, List<Integer> bundle) {
        List<Integer> bidLots = supplier.bids().stream().map(bid -> problem.bids().get(bid).lot()).toList();
        return bundle.stream().map(lot -> bidLots.contains(lot) ? bidLots.indexOf(lot) : NO_BID).toList();
    }

    Ask of(int supplier, LeafTerms terms, Domain domain, boolean ray) {
        List<Integer> bids = problem.suppliers().get(supplier).bids();
        int size = bids.size();
        Ask ask = new Ask(ray, new long[size], new long[size], new boolean[size], domain.totalLow[supplier], domain.totalHigh[supplier],
                Ask.Multipliers.of(problem, bids, terms));
        for (int i = 0; i < size; i++) {
            int bid = bids.get(i);
            int lot = problem.bids().get(bid).lot();
            ask.low()[i] = limits.up(Math.max(limits.low[bid], domain.bidLow[bid]));
            ask.high()[i] = lots.get(lot).mayServe(domain.served[lot]) ? limits.down(Math.min(limits.high[bid], domain.bidHigh[bid])) : 0;
            ask.zero()[i] = domain.bidLow[bid] == 0;
        }
        for (boolean changed = !bundles.get(supplier).isEmpty(); changed; ) {
            changed = false;
            for (List<Integer> bundle : bundles.get(supplier)) changed |= narrow(ask, bundle);
        }
        return ask;
    }

    /** Where one is unused all are, where one is used all are. */
    private static boolean narrow(Ask ask, List<Integer> bundle) {
        boolean none = bundle.stream().anyMatch(i -> i == NO_BID || !ask.used(i));
        boolean all = bundle.stream().anyMatch(i -> i != NO_BID && !ask.zero()[i]);
        boolean changed = false;
        for (int i : bundle) {
            if (i == NO_BID) continue;
            if (none && ask.used(i)) {
                ask.high()[i] = 0;
                changed = true;
            }
            if (all && ask.zero()[i]) {
                ask.zero()[i] = false;
                changed = true;
            }
        }
        return changed;
    }
}
