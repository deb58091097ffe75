package org.jucai.platform.formulas.clause;

import java.util.List;
import org.jucai.platform.formulas.clause.Steps.Side;
import org.jucai.platform.kernel.FenPerTonne;

/** Between what the price stays at a base price, whatever is measured, in fen for a tonne, exact. */
public record Bounds(Ratio least, Ratio most) {

    /** A clause is worth most at its best reading and least at its worst; clauses add up, caps and nothing end it. */
    public static Bounds of(PriceFormula formula, FenPerTonne base) {
        Ratio price = Ratio.of(base.fen());
        Ratio most = Ratio.ZERO;
        Ratio least = Ratio.ZERO;
        for (Clause clause : formula.clauses()) {
            boolean higher = clause.better() == Clause.Better.HIGHER;
            most = most.plus(best(higher ? clause.bands().reversed() : clause.bands(), clause, price));
            least = least.plus(worst(higher ? clause.bands() : clause.bands().reversed(), clause, price));
        }
        Ratio bonus = price.times(Ratio.of(formula.caps().bonusPpm().orElse(1_000_000))).over(Ratio.MILLION);
        Ratio deduction = price.times(Ratio.of(formula.caps().deductionPpm().orElse(1_000_000))).over(Ratio.MILLION).negated();
        Ratio ends = isEnding(formula) ? price.negated() : least.atLeast(deduction).atMost(Ratio.ZERO);
        Ratio fewer = Ratio.of(-formula.shortfall().map(PriceFormula.Shortfall::deductFenPerTonne).orElse(0L));
        return new Bounds(price.plus(ends).plus(fewer).atLeast(Ratio.ZERO), price.plus(most.atLeast(Ratio.ZERO).atMost(bonus)));
    }

    /** Whether some readings are not paid at all. */
    private static boolean isEnding(PriceFormula formula) {
        return formula.clauses().stream().flatMap(clause -> clause.bands().stream()).flatMap(band -> band.effects().stream())
                .anyMatch(effect -> effect instanceof Effect.Unpaid || effect instanceof Effect.Refuse);
    }

    private static Ratio best(List<Band> fromTheBest, Clause clause, Ratio price) {
        return fromTheBest.stream().findFirst().map(band -> at(band, clause, clause.better() == Clause.Better.HIGHER, price)).orElse(Ratio.ZERO);
    }

    private static Ratio worst(List<Band> fromTheWorst, Clause clause, Ratio price) {
        return fromTheWorst.stream().findFirst().map(band -> at(band, clause, clause.better() == Clause.Better.LOWER, price)).orElse(Ratio.ZERO);
    }

    /** At the outer end of an outermost band; where there is none it is as far as can be measured. */
    private static Ratio at(Band band, Clause clause, boolean upper, Ratio price) {
        long end = upper ? band.to().orElse(clause.most().orElse(Measure.MOST_READING)) : band.from().orElse(clause.least().orElse(-Measure.MOST_READING));
        return band.worth(Ratio.of(end), Side.AT, false).onPrice(price);
    }
}
