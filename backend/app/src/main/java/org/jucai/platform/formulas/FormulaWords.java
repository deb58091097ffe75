package org.jucai.platform.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jucai.platform.formulas.clause.Band;
import org.jucai.platform.formulas.clause.Clause;
import org.jucai.platform.formulas.clause.Effect;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.Of;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.formulas.clause.Steps;
import org.jucai.platform.kernel.web.Words;
import org.springframework.stereotype.Component;

/** What a formula says, sentence by sentence, in one language: read aloud to somebody who is to sign it. */
@Component
public class FormulaWords {

    private final Words words;

    FormulaWords(Words words) {
        this.words = words;
    }

    /** A sentence and what it is about. @param where a JSON pointer into the document */
    public record Sentence(String where, String text) {}

    public List<Sentence> of(PriceFormula formula, Locale locale) {
        List<Sentence> said = new ArrayList<>();
        said.add(new Sentence("/base", say("base." + formula.base().tonne(), locale, Map.of("from", yuan(formula.base().fromFenPerTonne()), "to", yuan(formula.base().toFenPerTonne())))));
        said.add(new Sentence("/comparison", say("comparison." + formula.comparison(), locale, Map.of())));
        averaging(said, formula.averaging(), locale);
        moisture(said, formula.moisture(), locale);
        for (int i = 0; i < formula.clauses().size(); i++) {
            Clause clause = formula.clauses().get(i);
            for (int j = 0; j < clause.bands().size(); j++) said.add(new Sentence("/clauses/" + i + "/bands/" + j, band(clause, clause.bands().get(j), locale)));
        }
        formula.shortfall().ifPresent(shortfall -> said.add(new Sentence("/shortfall", say("shortfall", locale,
                Map.of("below", Figures.percent(Ratio.of(shortfall.belowPpm())), "amount", yuan(shortfall.deductFenPerTonne()))))));
        cap(said, "deduction", formula.caps().deductionPpm(), locale);
        cap(said, "bonus", formula.caps().bonusPpm(), locale);
        return said;
    }

    private void averaging(List<Sentence> said, PriceFormula.Averaging averaging, Locale locale) {
        said.add(new Sentence("/averaging", say("averaging." + averaging.over(), locale, Map.of())));
        for (int i = 0; i < averaging.cutOffs().size(); i++) {
            PriceFormula.CutOff cutOff = averaging.cutOffs().get(i);
            said.add(new Sentence("/averaging/cutOffs/" + i, say("cut-off", locale,
                    Map.of("property", property(cutOff.property(), locale), "limit", Figures.reading(cutOff.property(), Ratio.of(cutOff.limit()))))));
        }
    }

    private void moisture(List<Sentence> said, PriceFormula.Moisture moisture, Locale locale) {
        said.add(new Sentence("/moisture", say("moisture." + moisture.deduct(), locale, Map.of("limit", Figures.percent(Ratio.of(moisture.limitPpm().orElse(0)))))));
        for (int i = 0; i < moisture.seasons().size(); i++) {
            PriceFormula.Season season = moisture.seasons().get(i);
            said.add(new Sentence("/moisture/seasons/" + i, say("season", locale, Map.of("from", season.from().toString().substring(2), "to", season.to().toString().substring(2),
                    "limit", Figures.percent(Ratio.of(season.limitPpm()))))));
        }
    }

    private void cap(List<Sentence> said, String which, OptionalLong ppm, Locale locale) {
        if (ppm.isPresent()) said.add(new Sentence("/caps/" + which + "Ppm", say("cap." + which, locale, Map.of("cap", Figures.percent(Ratio.of(ppm.getAsLong()))))));
    }

    private String band(Clause clause, Band band, Locale locale) {
        List<String> ends = new ArrayList<>();
        band.from().ifPresent(from -> ends.add(say(band.fromIncluded() ? "from.included" : "from.excluded", locale, Map.of("end", reading(clause, from)))));
        band.to().ifPresent(to -> ends.add(say(band.toIncluded() ? "to.included" : "to.excluded", locale, Map.of("end", reading(clause, to)))));
        String range = ends.isEmpty() ? say("whatever", locale, Map.of()) : String.join(say("and", locale, Map.of()), ends);
        String about = clause.measuredFrom() == Clause.Origin.ZERO ? property(clause.property(), locale)
                : say("difference", locale, Map.of("property", property(clause.property(), locale)));
        return say("band", locale, Map.of("about", about, "range", range, "effects", effects(clause, band.effects(), locale)));
    }

    private String effects(Clause clause, List<Effect> effects, Locale locale) {
        return String.join(say("also", locale, Map.of()), effects.stream().map(effect -> effect(clause, effect, locale)).toList());
    }

    private String effect(Clause clause, Effect effect, Locale locale) {
        return switch (effect) {
            case Effect.Nothing _ -> say("nothing", locale, Map.of());
            case Effect.Unpaid _ -> say("unpaid", locale, Map.of());
            case Effect.Refuse(var concession) -> concession.isEmpty() ? say("refuse", locale, Map.of())
                    : say("refuse.concession", locale, Map.of("effects", effects(clause, concession, locale)));
            case Effect.Fixed(Of of, Ratio value) -> change(of, value, locale);
            case Effect.Stepped(Steps steps) -> steps(clause, steps, locale);
        };
    }

    private String steps(Clause clause, Steps steps, Locale locale) {
        String text = say("steps." + steps.counting(), locale, Map.of("reference", reading(clause, steps.reference()), "per", Figures.reading(clause.property(), Ratio.of(steps.per())),
                "change", change(steps.of(), steps.change(), locale)));
        if (!steps.times().equals(Ratio.ONE)) text += say("times", locale, Map.of("times", Figures.number(steps.times())));
        if (steps.start().signum() != 0) text = say("start", locale, Map.of("start", change(steps.of(), steps.start(), locale), "steps", text));
        return text + steps.cap().map(cap -> say("at-most", locale, Map.of("cap", change(steps.of(), cap, locale)))).orElse("");
    }

    private String change(Of of, Ratio value, Locale locale) {
        String way = value.signum() < 0 ? "less" : "more";
        String size = of == Of.PRICE_PPM || of == Of.MASS_PPM ? Figures.percent(value.size()) : Figures.yuan(value.size());
        return say(way + "." + of, locale, Map.of("size", size));
    }

    private static String reading(Clause clause, long figure) {
        return Figures.reading(clause.property(), Ratio.of(figure));
    }

    private static String yuan(long fen) {
        return Figures.yuan(Ratio.of(fen));
    }

    /** The name of what is measured. */
    public String property(Measure measure, Locale locale) {
        return say("property." + measure, locale, Map.of());
    }

    /** @param key of a text of formulas, without their prefix */
    public String say(String key, Locale locale, Map<String, ?> facts) {
        return words.say("formula." + key, locale, facts);
    }
}
