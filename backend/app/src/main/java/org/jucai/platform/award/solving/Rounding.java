package org.jucai.platform.award.solving;

import org.jspecify.annotations.Nullable;

/** Turns the relaxation's masses into whole ones whose lots add up; whether the outcome is allowed is for {@link Plan} to say. */
final class Rounding {

    private final Model model;
    private final Mix mix;
    private final Plan plan;

    private Rounding(Mix mix) {
        this.mix = mix;
        this.model = mix.model;
        plan = new Plan(model);
    }

    static @Nullable Plan of(Mix mix) {
        return new Rounding(mix).round();
    }

    private @Nullable Plan round() {
        for (int b = 0; b < model.bids; b++) {
            long mass = (long) Math.floor(mix.bidKg[b] / model.grid + 1e-5) * model.grid;
            if (mass > 0 && mass < model.bidLow[b]) mass = mix.bidUsed[b] > 0.5 ? model.bidLow[b] : 0;
            plan.set(b, Math.min(mass, model.bidHigh[b]));
        }
        for (int l = 0; l < model.lots; l++) level(l);
        return plan.isAllowed() ? plan : null;
    }

    /** Brings a lot to the mass the relaxation gave it, where there is room. */
    private void level(int l) {
        boolean fails = !model.must[l] && mix.lotServed[l] < 0.5;
        long wanted = fails ? 0 : Math.min(model.lotHigh[l], Math.max(model.lotLow[l], Math.round(mix.lotKg[l] / model.grid) * model.grid));
        for (int pass = 0; pass < 2; pass++) {
            for (int b : model.bidsOfLot[l]) {
                if (pass == 0 && plan.kg[b] == 0) continue;
                long missing = wanted - plan.lotKg[l];
                if (missing == 0) return;
                plan.set(b, reached(b, plan.kg[b] + missing));
            }
        }
    }

    private long reached(int b, long mass) {
        int s = model.supplierOf[b];
        long room = model.supplierHigh[s] - plan.supplierKg[s] + plan.kg[b];
        long most = Math.min(model.bidHigh[b], room);
        long bounded = Math.min(mass, most);
        return bounded < model.bidLow[b] ? mass <= 0 ? 0 : Math.min(model.bidLow[b], Math.max(plan.kg[b], bounded)) : bounded;
    }
}
