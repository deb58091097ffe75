package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;

/**
 * Climbs to good multipliers by subgradients before the master programme begins, and keeps the columns met on the last stretch: from there the
 * programme has little left to do. Rules are left out.
 */
final class Ascent {

    private static final int STEPS = 120;
    private static final int KEPT = 12;

    private final Domain domain;
    private final Model model;
    private final Pricer pricer;
    private final Work work;
    private final List<Column> met = new ArrayList<>();
    private Multipliers best;
    private double most = Double.NEGATIVE_INFINITY;
    private double pace = 1;
    private int idle;

    Ascent(Domain domain, Envelopes envelopes, Multipliers start, Work work) {
        this.domain = domain;
        this.model = domain.model;
        this.work = work;
        pricer = new Pricer(domain, envelopes, false);
        best = start;
    }

    /** @param aim about what the best award costs, in milli-fen */
    Multipliers climb(double aim) {
        Multipliers at = best.copy();
        for (int step = 0; step < STEPS && !work.isOver(); step++) {
            double[] missing = new double[model.lots];
            double value = look(at, missing, step >= STEPS - KEPT);
            remember(at, value);
            at = best.copy();
            double size = 0;
            for (int l = 0; l < model.lots; l++) size += missing[l] * missing[l];
            if (size == 0) break;
            move(at, missing, pace * Math.max(aim - value, 1e-4 * Math.abs(aim)) / size);
        }
        return best;
    }

    List<Column> met() {
        return met;
    }

    private void remember(Multipliers at, double value) {
        idle = value > most ? 0 : idle + 1;
        if (value > most) {
            most = value;
            best = at.copy();
        }
        if (idle >= 4) {
            pace /= 2;
            idle = 0;
        }
    }

    private void move(Multipliers at, double[] missing, double step) {
        for (int l = 0; l < model.lots; l++) at.lot()[l] += step * missing[l];
    }

    /** The bound at a point; what lots then lack is where to go. */
    private double look(Multipliers at, double[] missing, boolean keep) {
        Slopes slopes = new Slopes(model, at);
        double sum = slopes.constant;
        for (int l = 0; l < model.lots; l++) sum += lot(l, slopes, missing);
        for (int s = 0; s < model.suppliers; s++) sum += supplier(s, slopes, missing, keep);
        work.add(pricer.takeWork());
        return sum;
    }

    private double lot(int l, Slopes slopes, double[] missing) {
        LotPoint least = null;
        for (LotPoint point : LotPoint.of(model, l)) {
            if (point.isAllowed(domain) && (least == null || point.reduced(slopes, false) < least.reduced(slopes, false))) least = point;
        }
        if (least == null) return 0;
        missing[l] += least.kg();
        return least.reduced(slopes, false);
    }

    private double supplier(int s, Slopes slopes, double[] missing, boolean keep) {
        double least = domain.mayBeUnused(s) ? 0 : Double.POSITIVE_INFINITY;
        Column chosen = Column.unused(s);
        for (int tier = 0; tier < model.tiers(s); tier++) {
            double price = pricer.price(s, tier, slopes);
            if (price >= least) continue;
            least = price;
            chosen = pricer.column(s, tier);
        }
        for (int i = 0; i < chosen.bid().length; i++) missing[model.lotOf[chosen.bid()[i]]] -= chosen.kg()[i];
        if (keep && chosen.tier() != Column.UNUSED) met.add(chosen);
        return least;
    }
}
