package org.jucai.platform.formulas.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.formulas.FormulaBoard;
import org.jucai.platform.formulas.FormulaDesk;
import org.jucai.platform.formulas.FormulaRefusal;
import org.jucai.platform.formulas.FormulaVersion;
import org.jucai.platform.formulas.StandardFormulas;
import org.jucai.platform.formulas.clause.Evaluator;
import org.jucai.platform.formulas.clause.FormulaReader;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.spec.api.PriceFormulasApi;
import org.jucai.spec.model.CheckPriceFormula;
import org.jucai.spec.model.EnterPriceFormula;
import org.jucai.spec.model.EvaluatePriceFormula;
import org.jucai.spec.model.NameUsualFormula;
import org.jucai.spec.model.PlotPriceFormula;
import org.jucai.spec.model.PriceFormulaCheck;
import org.jucai.spec.model.PriceFormulaCurve;
import org.jucai.spec.model.PriceFormulaDetail;
import org.jucai.spec.model.PriceFormulaEvaluation;
import org.jucai.spec.model.PriceFormulaPage;
import org.jucai.spec.model.PriceFormulaTemplates;
import org.jucai.spec.model.UsualFormula;
import org.jucai.spec.model.UsualFormulas;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Price adjustment formulas by HTTP. */
@RestController
class FormulasController implements PriceFormulasApi {

    private final Database database;
    private final Once once;
    private final FormulaDesk desk;
    private final FormulaBoard board;
    private final StandardFormulas standard;
    private final FormulaViews views;

    FormulasController(Database database, Once once, FormulaDesk desk, FormulaBoard board, StandardFormulas standard, FormulaViews views) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.standard = standard;
        this.views = views;
    }

    @Override
    public Mono<PriceFormulaPage> listPriceFormulas(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, cursor, limit)).map(page -> new PriceFormulaPage()
                .items(page.items().stream().map(one -> views.summary(one, caller.actor())).toList())
                .nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<PriceFormulaDetail> enterPriceFormula(String idempotencyKey, Mono<EnterPriceFormula> enterPriceFormula, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return enterPriceFormula.flatMap(form -> once.answer(exchange, form, PriceFormulaDetail.class,
                        tx -> desk.enter(new Asking(tx, caller.actor(), caller.now()), entry(form)).flatMap(made -> detail(tx, made, caller))))
                .doOnNext(made -> caller.showVersion(made.getVersion()));
    }

    @Override
    public Mono<PriceFormulaDetail> revisePriceFormula(
            UUID formulaId, String idempotencyKey, Mono<EnterPriceFormula> enterPriceFormula, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return enterPriceFormula.flatMap(form -> once.answer(exchange, form, PriceFormulaDetail.class, tx -> desk
                        .revise(new Asking(tx, caller.actor(), caller.now()), formulaId, caller.expectedVersion(), entry(form))
                        .flatMap(made -> detail(tx, made, caller))))
                .doOnNext(made -> caller.showVersion(made.getVersion()));
    }

    private static FormulaDesk.Entry entry(EnterPriceFormula form) {
        return new FormulaDesk.Entry(form.getDocument(), Optional.ofNullable(form.getNote()).map(String::strip).filter(note -> !note.isEmpty()));
    }

    @Override
    public Mono<PriceFormulaDetail> getPriceFormula(UUID formulaId, @Nullable Long version, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, formulaId, FormulaViews.maybe(version)).flatMap(found -> detail(tx, found, caller)))
                .doOnNext(found -> caller.showVersion(found.getVersion()));
    }

    private Mono<PriceFormulaDetail> detail(Tx tx, FormulaVersion found, Caller caller) {
        return board.versions(tx, found.id()).map(versions -> views.detail(found, versions, caller.actor()));
    }

    @Override
    public Mono<PriceFormulaCheck> checkPriceFormula(Mono<CheckPriceFormula> checkPriceFormula, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return checkPriceFormula.map(form -> switch (FormulaReader.read(form.getDocument())) {
            case Read.Right<PriceFormula>(PriceFormula formula) -> views.right(formula);
            case Read.Wrong<PriceFormula>(var faults) -> views.faulty(faults, caller.locale());
        });
    }

    @Override
    public Mono<PriceFormulaEvaluation> evaluatePriceFormula(Mono<EvaluatePriceFormula> evaluatePriceFormula, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return evaluatePriceFormula.flatMap(form -> formula(form, caller)
                .map(formula -> FormulaDesk.right(Evaluator.evaluate(formula, FormulaForms.delivered(form)), FormulaRefusal.EVALUATION_LACKS))
                .map(evaluation -> views.evaluation(evaluation, caller.locale())));
    }

    private Mono<PriceFormula> formula(EvaluatePriceFormula form, Caller caller) {
        Map<String, Object> document = form.getDocument();
        UUID id = form.getFormulaId();
        boolean sent = document != null && !document.isEmpty();
        if (sent == (id != null)) return Mono.error(new RefusedException(FormulaRefusal.FORMULA_NOT_NAMED));
        if (id == null) return Mono.fromSupplier(() -> FormulaDesk.read(document));
        return database.read(caller.scope(), tx -> board.get(tx, id, FormulaViews.maybe(form.getVersion()))).map(FormulaVersion::formula);
    }

    @Override
    public Mono<PriceFormulaCurve> plotPriceFormula(Mono<PlotPriceFormula> plotPriceFormula, ServerWebExchange exchange) {
        return plotPriceFormula.map(form -> {
            PriceFormula formula = FormulaDesk.read(form.getDocument());
            if (form.getClause() >= formula.clauses().size()) throw new RefusedException(FormulaRefusal.CURVE_OF_NO_CLAUSE);
            return views.curve(formula.clauses().get(form.getClause()), form.getBasePriceFenPerTonne());
        });
    }

    @Override
    public Mono<PriceFormulaTemplates> listPriceFormulaTemplates(ServerWebExchange exchange) {
        List<StandardFormulas.Standard> all = standard.all();
        return Mono.fromSupplier(() -> new PriceFormulaTemplates().items(all.stream().map(one -> views.template(one, FormulaDesk.read(one.document()))).toList()));
    }

    @Override
    public Mono<UsualFormulas> listUsualFormulas(UUID associationId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.usual(tx, associationId)).map(FormulasController::usual);
    }

    @Override
    public Mono<UsualFormulas> nameUsualFormula(String idempotencyKey, Mono<NameUsualFormula> nameUsualFormula, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return nameUsualFormula.flatMap(form -> once.answer(exchange, form, UsualFormulas.class,
                tx -> desk.nameUsual(new Asking(tx, caller.actor(), caller.now()), form.getGrade(), Optional.ofNullable(form.getFormulaId())).map(FormulasController::usual)));
    }

    private static UsualFormulas usual(Map<String, UUID> all) {
        return new UsualFormulas(new TreeMap<>(all).entrySet().stream().map(each -> new UsualFormula(each.getKey(), each.getValue())).toList());
    }
}
