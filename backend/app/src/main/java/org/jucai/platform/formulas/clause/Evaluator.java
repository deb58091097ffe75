package org.jucai.platform.formulas.clause;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jucai.platform.formulas.clause.Clause.Better;
import org.jucai.platform.formulas.clause.Clause.Origin;
import org.jucai.platform.formulas.clause.Delivered.Lot;
import org.jucai.platform.formulas.clause.Evaluation.Part;
import org.jucai.platform.formulas.clause.PriceFormula.Deduct;
import org.jucai.platform.formulas.clause.PriceFormula.Over;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;

/** What a formula makes of deliveries: a pure function, exact until each part's one rounding; the order of the lots changes nothing. */
public final class Evaluator {

    private Evaluator() {}

    /** The evaluation, or what is missing for it. */
    public static Read<Evaluation> evaluate(PriceFormula formula, Delivered delivered) {
        Faulty.Findings findings = new Faulty.Findings();
        findings.add(!formula.base().holds(delivered.base().fen()), FormulaFault.PRICE_OUTSIDE_FORMULA, "/basePriceFenPerTonne");
        lots(formula, delivered.lots(), findings);
        delivered.guarantees().forEach((measure, figure) -> findings.add(!measure.canRead(figure), FormulaFault.OUT_OF_RANGE, "/guarantees/" + measure));
        for (Clause clause : formula.clauses()) {
            boolean missing = clause.measuredFrom() == Origin.GUARANTEE && !delivered.guarantees().containsKey(clause.property());
            findings.add(missing, FormulaFault.GUARANTEE_MISSING, "/guarantees/" + clause.property());
        }
        return findings.isEmpty() ? new Read.Right<>(evaluated(formula, delivered)) : new Read.Wrong<>(findings.all());
    }

    private static void lots(PriceFormula formula, List<Lot> lots, Faulty.Findings findings) {
        Set<Measure> needed = needed(formula);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            findings.add(!names.add(lot.name()), FormulaFault.LOT_TWICE, "/lots/" + i + "/lot");
            for (Measure measure : needed) {
                findings.add(!lot.readings().containsKey(measure), FormulaFault.READING_MISSING, "/lots/" + i + "/readings/" + measure);
            }
            String where = "/lots/" + i + "/readings/";
            lot.readings().forEach((measure, reading) -> findings.add(!measure.canRead(reading), FormulaFault.OUT_OF_RANGE, where + measure));
        }
    }

    /** What must have been measured of each lot. */
    public static Set<Measure> needed(PriceFormula formula) {
        Set<Measure> needed = EnumSet.noneOf(Measure.class);
        formula.clauses().forEach(clause -> needed.add(clause.property()));
        if (formula.moisture().deduct() != Deduct.NONE) needed.add(Measure.MOISTURE);
        return needed;
    }

    private static Evaluation evaluated(PriceFormula formula, Delivered delivered) {
        List<Part> parts = together(formula, delivered.lots()).stream().map(lots -> new Settling(formula, delivered, lots).part()).toList();
        Kilograms mass = parts.stream().map(Part::delivered).reduce(Kilograms.ZERO, Kilograms::plus);
        Fen base = parts.stream().map(Part::baseFen).reduce(Fen.ZERO, Fen::plus);
        Fen payable = parts.stream().map(Part::payableFen).reduce(Fen.ZERO, Fen::plus);
        Evaluation.Verdict worst = parts.stream().map(Part::verdict).max(Comparator.naturalOrder()).orElse(Evaluation.Verdict.ACCEPTED);
        return new Evaluation(parts, worst, mass, base, payable);
    }

    /** Which lots are settled together: by days and names, whatever order they came in. */
    private static Collection<List<Lot>> together(PriceFormula formula, List<Lot> lots) {
        record Together(String alone, YearMonth month, long moistureLimit) {}
        Map<Together, List<Lot>> groups = lots.stream().sorted(Comparator.comparing(Lot::deliveredOn).thenComparing(Lot::name)).collect(Collectors.groupingBy(
                lot -> new Together(isAlone(formula, lot) ? lot.name() : "", YearMonth.from(lot.deliveredOn()), formula.moisture().limitOn(lot.deliveredOn())),
                LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private static boolean isAlone(PriceFormula formula, Lot lot) {
        if (formula.averaging().over() == Over.LOT) return true;
        return formula.averaging().cutOffs().stream().anyMatch(cutOff -> {
            int order = Long.compare(lot.readings().getOrDefault(cutOff.property(), cutOff.limit()), cutOff.limit());
            return better(formula, cutOff.property()) == Better.HIGHER ? order < 0 : order > 0;
        });
    }

    private static Better better(PriceFormula formula, Measure measure) {
        return formula.clauses().stream().filter(clause -> clause.property() == measure).map(Clause::better).findFirst().orElseThrow();
    }
}
