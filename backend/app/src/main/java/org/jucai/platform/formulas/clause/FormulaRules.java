package org.jucai.platform.formulas.clause;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jucai.platform.formulas.clause.PriceFormula.Averaging;
import org.jucai.platform.formulas.clause.PriceFormula.Comparison;
import org.jucai.platform.formulas.clause.PriceFormula.CutOff;
import org.jucai.platform.formulas.clause.PriceFormula.Deduct;
import org.jucai.platform.formulas.clause.PriceFormula.Moisture;
import org.jucai.platform.formulas.clause.PriceFormula.Over;
import org.jucai.platform.formulas.clause.PriceFormula.Season;
import org.jucai.platform.formulas.clause.PriceFormula.Tonne;

/** The editor's rules: what is accepted says something for every reading, pays worse goods no better, and ends. */
final class FormulaRules {

    private FormulaRules() {}

    static void judge(PriceFormula formula, Faulty.Findings findings) {
        findings.add(formula.base().fromFenPerTonne() > formula.base().toFenPerTonne(), FormulaFault.PRICES_REVERSED, "/base/toFenPerTonne");
        moisture(formula, findings);
        averaging(formula, findings);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < formula.clauses().size(); i++) {
            Clause clause = formula.clauses().get(i);
            String where = "/clauses/" + i;
            findings.add(!seen.add(clause.property() + " " + clause.measuredFrom()), FormulaFault.PROPERTY_TWICE, where + "/property");
            rounding(formula.comparison(), clause, where, findings);
            BandRules.judge(clause, where, findings);
            if (findings.isClean(where + "/bands")) new MonotoneRules(formula.base(), clause, where, findings).judge();
        }
    }

    private static void rounding(Comparison comparison, Clause clause, String where, Faulty.Findings findings) {
        boolean rounds = comparison == Comparison.ROUNDED_VALUE;
        findings.add(rounds && clause.roundTo().isEmpty(), FormulaFault.ROUNDING_MISSING, where + "/roundTo");
        findings.add(!rounds && clause.roundTo().isPresent(), FormulaFault.ROUNDING_UNUSED, where + "/roundTo");
        findings.add(!isInterval(clause.roundTo().orElse(1)), FormulaFault.OUT_OF_RANGE, where + "/roundTo");
    }

    /** The standard's intervals 修约间隔: a power of ten, twice or five times one; a whole is a multiple of each. */
    private static boolean isInterval(long step) {
        long left = step;
        while (left % 10 == 0) left /= 10;
        return left == 1 || left == 2 || left == 5;
    }

    private static void moisture(PriceFormula formula, Faulty.Findings findings) {
        Moisture moisture = formula.moisture();
        boolean dry = formula.base().tonne() == Tonne.DRY;
        findings.add(dry != (moisture.deduct() == Deduct.FULL), FormulaFault.TONNE_CONTRADICTS_MOISTURE, "/base/tonne");
        boolean limited = moisture.deduct() == Deduct.EXCESS || moisture.deduct() == Deduct.FULL_ABOVE_LIMIT;
        findings.add(limited && moisture.limitPpm().isEmpty(), FormulaFault.LIMIT_MISSING, "/moisture/limitPpm");
        findings.add(!limited && moisture.limitPpm().isPresent(), FormulaFault.LIMIT_UNUSED, "/moisture/limitPpm");
        findings.add(!limited && !moisture.seasons().isEmpty(), FormulaFault.LIMIT_UNUSED, "/moisture/seasons");
        List<Season> seasons = moisture.seasons();
        for (int i = 1; i < seasons.size(); i++) {
            Season season = seasons.get(i);
            boolean twice = seasons.subList(0, i).stream().anyMatch(other -> overlap(season, other));
            findings.add(twice, FormulaFault.SEASONS_OVERLAP, "/moisture/seasons/" + i);
        }
    }

    /** Two spans of a circle meet where one begins within the other. */
    private static boolean overlap(Season one, Season other) {
        return one.holds(other.from()) || other.holds(one.from());
    }

    private static void averaging(PriceFormula formula, Faulty.Findings findings) {
        Averaging averaging = formula.averaging();
        findings.add(averaging.over() == Over.LOT && !averaging.cutOffs().isEmpty(), FormulaFault.CUT_OFF_UNUSED, "/averaging/cutOffs");
        Set<Measure> seen = new HashSet<>();
        for (int i = 0; i < averaging.cutOffs().size(); i++) {
            CutOff cutOff = averaging.cutOffs().get(i);
            String where = "/averaging/cutOffs/" + i + "/property";
            findings.add(!seen.add(cutOff.property()), FormulaFault.CUT_OFF_TWICE, where);
            findings.add(formula.clauses().stream().noneMatch(clause -> clause.property() == cutOff.property()), FormulaFault.CUT_OFF_WITHOUT_CLAUSE, where);
        }
    }
}
