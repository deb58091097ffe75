package org.jucai.platform.award.solving;

import java.util.List;

/**
 * Makes an allowed award cheaper by moving a lot's mass between two offers, or to and from nobody, as long as one such move pays. Exact: a move
 * is kept only where the award stays allowed and its objective falls.
 */
final class Polish {

    private static final int NOBODY = -1;

    private final Model model;
    private final RowIndex index;
    private final Work work;
    private final Plan plan;

    Polish(Plan plan, RowIndex index, Work work) {
        this.plan = plan;
        this.model = plan.model;
        this.index = index;
        this.work = work;
    }

    /** Until no single move pays. */
    void run() {
        boolean better = true;
        for (int sweep = 0; better && sweep < 50 && !work.isOver(); sweep++) {
            better = false;
            for (int l = 0; l < model.lots; l++) better |= lot(l);
        }
    }

    private boolean lot(int l) {
        boolean better = false;
        int[] offers = model.bidsOfLot[l];
        for (int from : offers) {
            for (int to : offers) if (plan.kg[from] > 0 && from != to) better |= pair(from, to);
            if (plan.kg[from] > 0) better |= pair(from, NOBODY);
        }
        if (plan.lotKg[l] < model.lotHigh[l]) for (int to : offers) better |= pair(NOBODY, to);
        return better;
    }

    private boolean pair(int from, int to) {
        if (to != NOBODY && model.bidHigh[to] < model.bidLow[to]) return false;
        boolean better = false;
        for (long kg : new long[] {all(from, to), toKeepTier(from), toLeast(from), toNextTier(to), toMost(to), toFirst(to)}) {
            long mass = kg / model.grid * model.grid;
            if (mass > 0) better |= move(from, to, mass);
        }
        return better;
    }

    private long all(int from, int to) {
        if (from != NOBODY) return plan.kg[from];
        int l = model.lotOf[to];
        return plan.lotKg[l] < model.target[l] ? model.target[l] - plan.lotKg[l] : model.lotHigh[l] - plan.lotKg[l];
    }

    private long toKeepTier(int from) {
        if (from == NOBODY) return 0;
        int s = model.supplierOf[from];
        return plan.supplierKg[s] - Math.max(model.supplierLow[s], model.up(model.tierFrom[s][model.tier(s, plan.supplierKg[s])]));
    }

    private long toLeast(int from) {
        return from == NOBODY ? 0 : plan.kg[from] - model.bidLow[from];
    }

    private long toNextTier(int to) {
        if (to == NOBODY) return 0;
        int s = model.supplierOf[to];
        int tier = model.tier(s, plan.supplierKg[s]);
        return tier + 1 < model.tiers(s) ? model.up(model.tierFrom[s][tier + 1]) - plan.supplierKg[s] : 0;
    }

    private long toMost(int to) {
        return to == NOBODY ? 0 : Math.min(model.bidHigh[to] - plan.kg[to], model.supplierHigh[model.supplierOf[to]] - plan.supplierKg[model.supplierOf[to]]);
    }

    private long toFirst(int to) {
        return to == NOBODY ? 0 : model.bidLow[to] - plan.kg[to];
    }

    private boolean move(int from, int to, long mass) {
        work.add(1);
        if (from != NOBODY && plan.kg[from] < mass) return false;
        if (from != NOBODY && plan.kg[from] > mass && plan.kg[from] - mass < model.bidLow[from]) return false;
        if (to != NOBODY && (plan.kg[to] + mass > model.bidHigh[to] || plan.kg[to] + mass < model.bidLow[to])) return false;
        if (!totalsAllow(from, to, mass)) return false;
        long before = costNow(from, to);
        shift(from, to, mass);
        if (costNow(from, to) < before && isAllowed(from, to)) return true;
        shift(from, to, -mass);
        return false;
    }

    private boolean totalsAllow(int from, int to, long mass) {
        if (from != NOBODY) {
            long left = plan.supplierKg[model.supplierOf[from]] - mass;
            if (left != 0 && left < model.supplierLow[model.supplierOf[from]]) return false;
        }
        if (to == NOBODY) return true;
        long more = plan.supplierKg[model.supplierOf[to]] + mass;
        return more <= model.supplierHigh[model.supplierOf[to]] && more >= model.supplierLow[model.supplierOf[to]];
    }

    private void shift(int from, int to, long mass) {
        if (from != NOBODY) plan.set(from, plan.kg[from] - mass);
        if (to != NOBODY) plan.set(to, plan.kg[to] + mass);
    }

    private long costNow(int from, int to) {
        int l = model.lotOf[from != NOBODY ? from : to];
        long cost = model.shortfall(l, plan.lotKg[l]);
        if (from != NOBODY) cost += plan.supplierCost(model.supplierOf[from]);
        if (to != NOBODY) cost += plan.supplierCost(model.supplierOf[to]);
        work.add(2);
        return cost;
    }

    private boolean isAllowed(int from, int to) {
        int l = model.lotOf[from != NOBODY ? from : to];
        if (!plan.lotAllowed(l) || !rowsHold(index.lotKg.get(l)) || !rowsHold(index.lotServed.get(l))) return false;
        return (from == NOBODY || isAllowed(from)) && (to == NOBODY || isAllowed(to));
    }

    private boolean isAllowed(int b) {
        int s = model.supplierOf[b];
        return plan.bundlesAllowed(s) && rowsHold(index.bidKg.get(b)) && rowsHold(index.bidUsed.get(b)) && rowsHold(index.supplierKg.get(s)) && rowsHold(index.supplierUsed.get(s));
    }

    private boolean rowsHold(List<RowIndex.Entry> entries) {
        for (RowIndex.Entry entry : entries) if (model.rows.get(entry.row()).excess(plan) > 0) return false;
        return true;
    }
}
