package org.jucai.platform.contracts.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.formulas.FormulaDesk;
import org.jucai.platform.formulas.FormulaWords;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.spec.model.ContractFormula;
import org.jucai.spec.model.PriceFormulaSentence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Terms of a version as they leave, with what each stamped formula says. */
@Component
class ShownTerms {

    private final FormulaWords words;
    private final JsonMapper json;

    ShownTerms(FormulaWords words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    org.jucai.spec.model.ContractTerms of(ContractTerms terms) {
        return TermsForms.shown(terms).formulas(terms.formulas().stream().map(this::shown).toList());
    }

    /** What a formula says in one language, sentence by sentence. */
    List<String> sentences(ContractTerms.StampedFormula stamped, Locale locale) {
        return words.of(read(stamped), locale).stream().map(FormulaWords.Sentence::text).toList();
    }

    private PriceFormula read(ContractTerms.StampedFormula stamped) {
        return FormulaDesk.read(json.readValue(stamped.document(), Object.class));
    }

    private ContractFormula shown(ContractTerms.StampedFormula stamped) {
        PriceFormula formula = read(stamped);
        List<FormulaWords.Sentence> zh = words.of(formula, Locale.SIMPLIFIED_CHINESE);
        List<FormulaWords.Sentence> en = words.of(formula, Locale.ENGLISH);
        return new ContractFormula(stamped.grade(), stamped.id(), stamped.version(), stamped.name(), formula.title().confidence() != PriceFormula.Confidence.VERIFIED,
                IntStream.range(0, zh.size()).mapToObj(i -> new PriceFormulaSentence(zh.get(i).where(), zh.get(i).text(), en.get(i).text())).toList())
                .nameEn(formula.title().nameEn());
    }
}
