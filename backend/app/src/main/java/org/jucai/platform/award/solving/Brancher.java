package org.jucai.platform.award.solving;

import org.jspecify.annotations.Nullable;

/** Finds where the relaxation's answer is no award, and divides there: tiers first, then what is used, then the steps, then kilograms. */
final class Brancher {

    private static final double NEARLY = 1e-6;

    private final Model model;
    private final Domain domain;
    private final Mix mix;
    /** Offers that are among too many of their lot. */
    private final boolean[] counted;
    private @Nullable Branch best;
    private double most;

    Brancher(Domain domain, Mix mix) {
        this.domain = domain;
        this.model = domain.model;
        this.mix = mix;
        counted = new boolean[model.bids];
        for (Row row : model.rows) {
            if (countsTooMany(row)) row.terms().stream().filter(term -> term.of() == Row.Of.BID_USED).forEach(term -> counted[term.index()] = true);
        }
    }

    /** Does a row that counts offers hold only because what has a little counts a little? */
    private boolean countsTooMany(Row row) {
        if (!row.countsOffers()) return false;
        double sum = -row.limit();
        for (Row.Term term : row.terms()) {
            if (term.of() == Row.Of.BID_USED && mix.bidKg[term.index()] > NEARLY) sum += term.factor();
            if (term.of() == Row.Of.LOT_SERVED) sum += term.factor() * mix.lotServed[term.index()];
        }
        return sum > NEARLY;
    }

    /** Null where the relaxation's answer is an award, but for parts of a kilogram. */
    @Nullable Branch coarse() {
        for (int s = 0; s < model.suppliers; s++) tiers(s);
        if (best == null) for (int l = 0; l < model.lots; l++) lot(l);
        if (best == null) for (int b = 0; b < model.bids; b++) if (mix.bidKg[b] > NEARLY) bid(b);
        if (best == null) for (int s = 0; s < model.suppliers; s++) bundles(s);
        return best;
    }

    /** Null where each mass is whole. */
    @Nullable Branch fine() {
        for (int b = 0; b < model.bids; b++) {
            double loads = mix.bidKg[b] / model.grid;
            double part = Math.abs(loads - Math.rint(loads));
            if (part > 1e-4) offer(Branch.bid(b, (long) Math.floor(loads) * model.grid), part);
        }
        return best;
    }

    private void offer(Branch branch, double score) {
        if (score <= most) return;
        most = score;
        best = branch;
    }

    private void tiers(int s) {
        double below = mix.unused[s];
        for (int tier = 0; tier < model.tiers(s); tier++) {
            double here = mix.inTier[s][tier];
            double split = Math.min(below, 1 - below);
            if (here > NEARLY && split > NEARLY) offer(Branch.total(s, Math.max(0, model.tierFrom[s][tier] - 1)), split);
            below += here;
        }
    }

    private void lot(int l) {
        if (model.must[l] || !domain.mayFail[l] || !domain.mayServe[l]) return;
        offer(Branch.lot(l), Math.min(mix.lotServed[l], 1 - mix.lotServed[l]) - NEARLY);
    }

    private void bid(int b) {
        double kg = mix.bidKg[b];
        double high = domain.high[b];
        boolean below = domain.zero[b] && kg < domain.low[b] - NEARLY * model.grid;
        boolean half = domain.zero[b] && counted[b] && mix.bidUsed[b] < 1 - NEARLY;
        if (below || half) {
            double weight = counted[b] ? Math.min(mix.bidUsed[b], 1 - mix.bidUsed[b]) : kg / high;
            offer(Branch.bid(b, 0), 1 + Math.max(NEARLY, weight));
        } else if (!model.cost[b].isStraight()) {
            step(b, kg);
        }
    }

    /** A mass on the bridge between two steps: divide where the step below ends, or at whole trucks. */
    private void step(int b, double kg) {
        int s = model.supplierOf[b];
        int tier = 0;
        for (int k = 0; k < model.tiers(s); k++) if (mix.inTier[s][k] > 0.5) tier = k;
        long high = Math.min(domain.high[b], domain.tierHigh(s, tier));
        if (domain.low[b] > high) return;
        Hull hull = Hull.of(model.cost[b], tier, new Hull.Range(domain.low[b], high), model.grid);
        long whole = Math.min(high, Math.max(domain.low[b], Math.round(kg / model.grid) * model.grid));
        double gap = model.cost[b].of(tier, whole) - hull.at(whole, domain.zero[b]);
        if (gap > 0.5) offer(Branch.bid(b, split(b, whole, high)), Math.min(1, gap / Math.max(1, hull.at(whole, domain.zero[b]))));
    }

    private long split(int b, long whole, long high) {
        long split = model.cost[b].splitBelow(whole);
        if (split >= domain.low[b] && split < high) return split;
        if (domain.zero[b]) return 0;
        return whole < high ? whole : whole - model.grid;
    }

    private void bundles(int s) {
        for (int[] bundle : model.bundles.get(s)) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = 0;
            int open = -1;
            for (int b : bundle) {
                double kg = b < 0 ? 0 : mix.bidKg[b];
                least = Math.min(least, kg);
                greatest = Math.max(greatest, kg);
                if (b >= 0 && domain.zero[b] && domain.mayBePositive(b)) open = b;
            }
            if (least <= NEARLY && greatest > NEARLY && open >= 0) offer(Branch.bid(open, 0), 1);
        }
    }
}
