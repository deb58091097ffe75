package org.jucai.platform.formulas.clause;

import java.util.List;
import java.util.OptionalLong;
import org.jucai.platform.formulas.clause.Clause.Better;
import org.jucai.platform.formulas.clause.Steps.Side;

/**
 * Whether a clause whose bands hold each reading once pays worse goods no better, whatever the base price within the formula's
 * range, and whether what it adds has an end. Within a band it is the sign of each step; between two bands it is what they
 * are worth where they meet, each approached from its own side.
 */
final class MonotoneRules {

    private final PriceFormula.Base base;
    private final Clause clause;
    private final String where;
    private final Faulty.Findings findings;
    private final boolean higher;

    MonotoneRules(PriceFormula.Base base, Clause clause, String where, Faulty.Findings findings) {
        this.base = base;
        this.clause = clause;
        this.where = where;
        this.findings = findings;
        this.higher = clause.better() == Better.HIGHER;
    }

    void judge() {
        List<Band> bands = clause.bands();
        for (int i = 0; i < bands.size(); i++) {
            String at = where + "/bands/" + i;
            within(bands.get(i), bands.get(i).effects(), at + "/effects");
            ends(bands.get(i), at);
        }
        if (!findings.isClean(where + "/bands")) return;
        between(false);
        if (findings.isClean(where + "/bands")) between(true);
    }

    private void within(Band band, List<Effect> effects, String at) {
        for (int i = 0; i < effects.size(); i++) {
            String one = at + "/" + i;
            if (effects.get(i) instanceof Effect.Stepped(Steps steps)) within(band, steps, one);
            else if (effects.get(i) instanceof Effect.Refuse(var concession)) within(band, concession, one + "/concession");
        }
    }

    private void within(Band band, Steps steps, String at) {
        OptionalLong from = band.from().isPresent() ? band.from() : clause.least();
        OptionalLong to = band.to().isPresent() ? band.to() : clause.most();
        boolean above = from.isPresent() && from.getAsLong() >= steps.reference();
        boolean below = to.isPresent() && to.getAsLong() <= steps.reference();
        if (findings.add(!above && !below, FormulaFault.REFERENCE_INSIDE_BAND, at + "/reference")) return;
        boolean better = above == higher;
        int sign = steps.change().signum() * steps.times().signum();
        findings.add(better ? sign < 0 : sign > 0, FormulaFault.NOT_MONOTONE, at + "/change");
    }

    /** Where the better goods have no end, what is added needs one. */
    private void ends(Band band, String at) {
        OptionalLong end = higher ? band.to() : band.from();
        OptionalLong natural = higher ? clause.most() : clause.least();
        boolean grows = band.effects().stream().anyMatch(effect -> effect instanceof Effect.Stepped(Steps steps)
                && steps.change().signum() * steps.times().signum() > 0 && steps.cap().isEmpty());
        findings.add(end.isEmpty() && natural.isEmpty() && grows, FormulaFault.UNBOUNDED, at + (higher ? "/to" : "/from"));
    }

    /** The worse of two neighbours is no better than the other where they meet; at fault is the worse. */
    private void between(boolean conceding) {
        List<Band> bands = clause.bands();
        for (int i = 1; i < bands.size(); i++) {
            Band low = bands.get(i - 1);
            Band high = bands.get(i);
            Worth atLow = low.worth(Ratio.of(low.to().orElseThrow()), low.toIncluded() ? Side.AT : Side.BELOW, conceding);
            Worth atHigh = high.worth(Ratio.of(high.from().orElseThrow()), high.fromIncluded() ? Side.AT : Side.ABOVE, conceding);
            boolean good = higher ? atLow.isNoBetterThan(atHigh, base) : atHigh.isNoBetterThan(atLow, base);
            findings.add(!good, FormulaFault.NOT_MONOTONE, where + "/bands/" + (higher ? i - 1 : i) + "/effects");
        }
    }
}
