package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A corner of what a lot may get. @param cost of what is short of the target, in milli-fen */
record LotPoint(int lot, long kg, boolean served, long cost) {

    /** All corners of a lot: failed, its ends, its target or the multiples of the grid beside it. */
    static List<LotPoint> of(Model model, int l) {
        List<LotPoint> points = new ArrayList<>();
        if (!model.must[l]) points.add(new LotPoint(l, 0, false, model.shortfall(l, 0)));
        if (model.lotLow[l] > model.lotHigh[l]) return points;
        TreeSet<Long> corners = new TreeSet<>(List.of(model.lotLow[l], model.lotHigh[l]));
        for (long near : new long[] {model.down(model.target[l]), model.up(model.target[l])}) {
            if (near > model.lotLow[l] && near < model.lotHigh[l]) corners.add(near);
        }
        for (long kg : corners) points.add(new LotPoint(l, kg, true, model.shortfall(l, kg)));
        return points;
    }

    boolean isAllowed(Domain domain) {
        return served ? domain.mayServe[lot] : domain.mayFail[lot];
    }

    double reduced(Slopes slopes, boolean free) {
        return (free ? 0 : cost) + slopes.lotKg[lot] * kg + (served ? slopes.lotServed[lot] : 0);
    }
}
