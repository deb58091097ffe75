package org.jucai.platform.award.solving;

import org.jspecify.annotations.Nullable;

/** Envelopes by bid and tier, kept as long as the range asked for is the same. */
final class Envelopes {

    private final Model model;
    private final @Nullable Hull[][] kept;
    private final long[][] low;
    private final long[][] high;

    Envelopes(Model model) {
        this.model = model;
        kept = new Hull[model.bids][];
        low = new long[model.bids][];
        high = new long[model.bids][];
        for (int b = 0; b < model.bids; b++) {
            int tiers = model.tiers(model.supplierOf[b]);
            kept[b] = new Hull[tiers];
            low[b] = new long[tiers];
            high[b] = new long[tiers];
        }
    }

    Hull of(int b, int tier, long from, long to) {
        Hull hull = kept[b][tier];
        if (hull != null && low[b][tier] == from && high[b][tier] == to) return hull;
        hull = Hull.of(model.cost[b], tier, new Hull.Range(from, to), model.grid);
        kept[b][tier] = hull;
        low[b][tier] = from;
        high[b][tier] = to;
        return hull;
    }
}
