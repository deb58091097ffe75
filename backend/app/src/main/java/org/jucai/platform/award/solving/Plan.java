package org.jucai.platform.award.solving;

import java.util.Arrays;

/** A mass for each bid, and the sums that follow from it. */
final class Plan {

    final Model model;
    final long[] kg;
    final long[] lotKg;
    final long[] supplierKg;

    Plan(Model model) {
        this.model = model;
        kg = new long[model.bids];
        lotKg = new long[model.lots];
        supplierKg = new long[model.suppliers];
    }

    Plan copy() {
        Plan copy = new Plan(model);
        copy.become(this);
        return copy;
    }

    void become(Plan other) {
        System.arraycopy(other.kg, 0, kg, 0, kg.length);
        System.arraycopy(other.lotKg, 0, lotKg, 0, lotKg.length);
        System.arraycopy(other.supplierKg, 0, supplierKg, 0, supplierKg.length);
    }

    void set(int bid, long mass) {
        long more = mass - kg[bid];
        kg[bid] = mass;
        lotKg[model.lotOf[bid]] += more;
        supplierKg[model.supplierOf[bid]] += more;
    }

    long value(Row.Term term) {
        int i = term.index();
        return switch (term.of()) {
            case SUPPLIER_USED -> supplierKg[i] > 0 ? 1 : 0;
            case BID_USED -> kg[i] > 0 ? 1 : 0;
            case BID_KG -> kg[i];
            case SUPPLIER_KG -> supplierKg[i];
            case LOT_SERVED -> model.must[i] || lotKg[i] > 0 ? 1 : 0;
            case LOT_KG -> lotKg[i];
            case ROUND_KG -> Arrays.stream(lotKg).sum();
        };
    }

    /** The cost of a supplier's bids, in milli-fen. */
    long supplierCost(int s) {
        int tier = model.tier(s, supplierKg[s]);
        long sum = 0;
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) sum += model.cost[b].of(tier, kg[b]);
        return sum;
    }

    /** What the award minimises, in milli-fen. */
    long objective() {
        long sum = 0;
        for (int s = 0; s < model.suppliers; s++) sum += supplierCost(s);
        for (int l = 0; l < model.lots; l++) sum += model.shortfall(l, lotKg[l]);
        return sum;
    }

    boolean isAllowed() {
        return lotsAllowed() && bidsAllowed() && suppliersAllowed() && model.rows.stream().allMatch(row -> row.excess(this) <= 0);
    }

    boolean lotsAllowed() {
        for (int l = 0; l < model.lots; l++) if (!lotAllowed(l)) return false;
        return true;
    }

    boolean lotAllowed(int l) {
        boolean fails = !model.must[l] && lotKg[l] == 0;
        return fails || lotKg[l] >= model.lotLow[l] && lotKg[l] <= model.lotHigh[l];
    }

    private boolean bidsAllowed() {
        for (int b = 0; b < model.bids; b++) {
            if (kg[b] != 0 && (kg[b] < model.bidLow[b] || kg[b] > model.bidHigh[b] || kg[b] % model.grid != 0)) return false;
        }
        return true;
    }

    private boolean suppliersAllowed() {
        for (int s = 0; s < model.suppliers; s++) {
            if (supplierKg[s] != 0 && (supplierKg[s] < model.supplierLow[s] || supplierKg[s] > model.supplierHigh[s])) return false;
            if (!bundlesAllowed(s)) return false;
        }
        return true;
    }

    boolean bundlesAllowed(int s) {
        for (int[] bundle : model.bundles.get(s)) {
            long used = Arrays.stream(bundle).filter(b -> b >= 0 && kg[b] > 0).count();
            if (used != 0 && used != bundle.length) return false;
        }
        return true;
    }
}
