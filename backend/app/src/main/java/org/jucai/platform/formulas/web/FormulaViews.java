package org.jucai.platform.formulas.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.formulas.FormulaVersion;
import org.jucai.platform.formulas.FormulaWords;
import org.jucai.platform.formulas.StandardFormulas;
import org.jucai.platform.formulas.clause.Bounds;
import org.jucai.platform.formulas.clause.Clause;
import org.jucai.platform.formulas.clause.Curve;
import org.jucai.platform.formulas.clause.Evaluation;
import org.jucai.platform.formulas.clause.Evaluator;
import org.jucai.platform.formulas.clause.Faulty;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.PriceFormula.Confidence;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Role;
import org.jucai.spec.model.FormulaConfidence;
import org.jucai.spec.model.FormulaProperty;
import org.jucai.spec.model.FormulaVerdict;
import org.jucai.spec.model.PriceFormulaBound;
import org.jucai.spec.model.PriceFormulaCheck;
import org.jucai.spec.model.PriceFormulaCurve;
import org.jucai.spec.model.PriceFormulaDetail;
import org.jucai.spec.model.PriceFormulaEvaluation;
import org.jucai.spec.model.PriceFormulaFault;
import org.jucai.spec.model.PriceFormulaPart;
import org.jucai.spec.model.PriceFormulaPoint;
import org.jucai.spec.model.PriceFormulaSentence;
import org.jucai.spec.model.PriceFormulaStep;
import org.jucai.spec.model.PriceFormulaSummary;
import org.jucai.spec.model.PriceFormulaTemplate;
import org.jucai.spec.model.PriceFormulaVersion;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Formulas, evaluations and curves as they leave by HTTP. */
@Component
class FormulaViews {

    private final FormulaWords words;
    private final JsonMapper json;

    FormulaViews(FormulaWords words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    PriceFormulaSummary summary(FormulaVersion it, Actor reader) {
        PriceFormula.Title title = it.formula().title();
        PriceFormulaSummary view = new PriceFormulaSummary(it.id(), it.version(), it.newest(), it.associationId(), title.nameZh(), title.nameEn(),
                confidence(title), isToBeVerified(title), title.source(), it.enteredAt(),
                mayRevise(it, reader) ? List.of(PriceFormulaSummary.AllowedCommandsEnum.REVISE) : List.of());
        it.note().ifPresent(view::setNote);
        return view;
    }

    PriceFormulaDetail detail(FormulaVersion it, List<FormulaVersion> versions, Actor reader) {
        PriceFormula.Title title = it.formula().title();
        PriceFormulaDetail view = new PriceFormulaDetail(it.id(), it.version(), it.newest(), it.associationId(), title.nameZh(), title.nameEn(),
                confidence(title), isToBeVerified(title), title.source(), it.enteredAt(),
                mayRevise(it, reader) ? List.of(PriceFormulaDetail.AllowedCommandsEnum.REVISE) : List.of(),
                json.readValue(it.document(), new TypeReference<Map<String, Object>>() {}), sentences(it.formula()), needed(it.formula()),
                versions.stream().map(FormulaViews::version).toList());
        it.note().ifPresent(view::setNote);
        return view;
    }

    private static PriceFormulaVersion version(FormulaVersion it) {
        PriceFormulaVersion view = new PriceFormulaVersion(it.version(), it.formula().title().nameZh(), it.enteredAt());
        it.note().ifPresent(view::setNote);
        return view;
    }

    private static boolean mayRevise(FormulaVersion it, Actor reader) {
        return reader.has(Role.SECRETARIAT) && reader.actsFor(it.associationId()) && it.version() == it.newest();
    }

    private static FormulaConfidence confidence(PriceFormula.Title title) {
        return FormulaConfidence.valueOf(title.confidence().name());
    }

    private static boolean isToBeVerified(PriceFormula.Title title) {
        return title.confidence() != Confidence.VERIFIED;
    }

    PriceFormulaTemplate template(StandardFormulas.Standard standard, PriceFormula formula) {
        PriceFormula.Title title = formula.title();
        return new PriceFormulaTemplate(standard.name(), title.nameZh(), title.nameEn(), confidence(title), isToBeVerified(title), standard.document());
    }

    /** What was found wrong; its words are the fault's own. */
    PriceFormulaCheck faulty(List<Faulty> faults, Locale locale) {
        return new PriceFormulaCheck(faults.stream().map(one -> new PriceFormulaFault(one.fault().name(), one.where(),
                words.say("fault." + one.fault(), locale, Map.of()))).toList(), List.of(), List.of(), List.of());
    }

    PriceFormulaCheck right(PriceFormula formula) {
        return new PriceFormulaCheck(List.of(), sentences(formula), needed(formula),
                List.of(bound(formula, formula.base().fromFenPerTonne()), bound(formula, formula.base().toFenPerTonne())));
    }

    private static PriceFormulaBound bound(PriceFormula formula, long base) {
        Bounds bounds = Bounds.of(formula, new FenPerTonne(base));
        return new PriceFormulaBound(base, bounds.least().halfUp(), bounds.most().halfUp());
    }

    private static List<FormulaProperty> needed(PriceFormula formula) {
        return Evaluator.needed(formula).stream().map(measure -> FormulaProperty.fromValue(measure.name())).toList();
    }

    private List<PriceFormulaSentence> sentences(PriceFormula formula) {
        List<FormulaWords.Sentence> zh = words.of(formula, Locale.SIMPLIFIED_CHINESE);
        List<FormulaWords.Sentence> en = words.of(formula, Locale.ENGLISH);
        return java.util.stream.IntStream.range(0, zh.size())
                .mapToObj(i -> new PriceFormulaSentence(zh.get(i).where(), zh.get(i).text(), en.get(i).text())).toList();
    }

    PriceFormulaEvaluation evaluation(Evaluation it, Locale locale) {
        return new PriceFormulaEvaluation(verdict(it.verdict()), it.delivered().kg(), it.baseFen().fen(), it.payableFen().fen(), it.adjustmentFen().fen(),
                it.parts().stream().map(part -> part(part, locale)).toList());
    }

    private PriceFormulaPart part(Evaluation.Part it, Locale locale) {
        return new PriceFormulaPart(it.lots(), it.delivered().kg(), verdict(it.verdict()), it.settledKg().halfUp(), it.priceFenPerTonne().halfUp(),
                it.baseFen().fen(), it.payableFen().fen(), it.steps().stream().map(step -> step(step, locale)).toList());
    }

    private PriceFormulaStep step(Evaluation.Step it, Locale locale) {
        String property = it.property().map(measure -> words.property(measure, locale)).orElse("");
        PriceFormulaStep view = new PriceFormulaStep(PriceFormulaStep.KindEnum.valueOf(it.kind().name()), it.where(),
                words.say("step." + it.kind(), locale, Map.of("property", property)), it.arithmetic(), it.value().toString(), PriceFormulaStep.UnitEnum.valueOf(it.unit().name()));
        it.property().ifPresent(measure -> view.setProperty(FormulaProperty.fromValue(measure.name())));
        return view;
    }

    private static FormulaVerdict verdict(Evaluation.Verdict verdict) {
        return FormulaVerdict.valueOf(verdict.name());
    }

    PriceFormulaCurve curve(Clause clause, long baseFenPerTonne) {
        return new PriceFormulaCurve(FormulaProperty.fromValue(clause.property().name()), PriceFormulaCurve.BetterEnum.valueOf(clause.better().name()),
                PriceFormulaCurve.MeasuredFromEnum.valueOf(clause.measuredFrom().name()), Curve.points(clause, baseFenPerTonne).stream().map(FormulaViews::point).toList());
    }

    private static PriceFormulaPoint point(Curve.Point it) {
        return new PriceFormulaPoint(it.reading(), PriceFormulaPoint.SideEnum.valueOf(it.side().name()), it.band(),
                PriceFormulaPoint.OutcomeEnum.valueOf(it.outcome().name()), it.changeFenPerTonne().halfUp(), it.massPpm().halfUp());
    }

    static OptionalLong maybe(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
