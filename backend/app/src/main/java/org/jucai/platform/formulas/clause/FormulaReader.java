package org.jucai.platform.formulas.clause;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jucai.platform.formulas.clause.PriceFormula.Averaging;
import org.jucai.platform.formulas.clause.PriceFormula.Base;
import org.jucai.platform.formulas.clause.PriceFormula.Caps;
import org.jucai.platform.formulas.clause.PriceFormula.Comparison;
import org.jucai.platform.formulas.clause.PriceFormula.CutOff;
import org.jucai.platform.formulas.clause.PriceFormula.Moisture;
import org.jucai.platform.formulas.clause.PriceFormula.Season;
import org.jucai.platform.formulas.clause.PriceFormula.Shortfall;
import org.jucai.platform.formulas.clause.PriceFormula.Title;

/** Reads a formula from the tree of its JSON document: its form first; where that is right, the editor's rules. */
public final class FormulaReader {

    static final long MOST_FEN = 100_000_000;
    static final long WHOLE = 1_000_000;
    private static final long LEAST_BASE = 1_000;
    private static final int MOST_CLAUSES = 40;
    private static final int MOST_SEASONS = 12;

    private FormulaReader() {}

    /** @param tree maps, lists, texts, whole numbers and truths, as a JSON reader makes them */
    public static Read<PriceFormula> read(Object tree) {
        Faulty.Findings findings = new Faulty.Findings();
        PriceFormula formula = formula(new Fields(tree, "", findings), findings);
        if (findings.isEmpty()) FormulaRules.judge(formula, findings);
        return findings.isEmpty() ? new Read.Right<>(formula) : new Read.Wrong<>(findings.all());
    }

    private static PriceFormula formula(Fields fields, Faulty.Findings findings) {
        boolean known = PriceFormula.FORMAT.equals(fields.text("format", 40));
        findings.add(!known, FormulaFault.OUT_OF_RANGE, "/format");
        PriceFormula formula = new PriceFormula(title(fields), base(fields.object("base")), fields.constant("comparison", Comparison.class, Comparison.FULL_VALUE),
                fields.maybeObject("averaging").map(FormulaReader::averaging).orElse(new Averaging(PriceFormula.Over.LOT, List.of())),
                fields.maybeObject("moisture").map(FormulaReader::moisture).orElse(new Moisture(PriceFormula.Deduct.NONE, OptionalLong.empty(), List.of())),
                fields.objects("clauses", 0, MOST_CLAUSES).stream().map(ClauseReader::clause).toList(),
                fields.maybeObject("shortfall").map(FormulaReader::shortfall), caps(fields.maybeObject("caps")));
        fields.end();
        return formula;
    }

    private static Title title(Fields fields) {
        return new Title(fields.text("nameZh", 60), fields.text("nameEn", 80), fields.text("source", 300), fields.constant("confidence", PriceFormula.Confidence.class));
    }

    private static Base base(Fields fields) {
        Base base = new Base(fields.constant("tonne", PriceFormula.Tonne.class), fields.number("fromFenPerTonne", LEAST_BASE, MOST_FEN),
                fields.number("toFenPerTonne", LEAST_BASE, MOST_FEN));
        fields.end();
        return base;
    }

    private static Averaging averaging(Fields fields) {
        Averaging averaging = new Averaging(fields.constant("over", PriceFormula.Over.class), fields.maybeObjects("cutOffs", MOST_CLAUSES).stream().map(one -> {
            CutOff cutOff = new CutOff(one.constant("property", Measure.class), one.number("limit", 0, Measure.MOST_READING));
            one.end();
            return cutOff;
        }).toList());
        fields.end();
        return averaging;
    }

    private static Moisture moisture(Fields fields) {
        Moisture moisture = new Moisture(fields.constant("deduct", PriceFormula.Deduct.class), fields.maybeNumber("limitPpm", 0, WHOLE),
                fields.maybeObjects("seasons", MOST_SEASONS).stream().map(FormulaReader::season).toList());
        fields.end();
        return moisture;
    }

    private static Season season(Fields fields) {
        MonthDay from = fields.dayOfYear("from");
        Season season = new Season(from, fields.dayOfYear("to"), fields.number("limitPpm", 0, WHOLE));
        fields.end();
        return season;
    }

    private static Shortfall shortfall(Fields fields) {
        Shortfall shortfall = new Shortfall(fields.number("belowPpm", 1, WHOLE), fields.number("deductFenPerTonne", 1, MOST_FEN));
        fields.end();
        return shortfall;
    }

    private static Caps caps(Optional<Fields> maybe) {
        Fields fields = maybe.orElseGet(() -> new Fields(Map.of(), "/caps", new Faulty.Findings()));
        Caps caps = new Caps(fields.maybeNumber("deductionPpm", 0, WHOLE), fields.maybeNumber("bonusPpm", 0, WHOLE));
        fields.end();
        return caps;
    }
}
