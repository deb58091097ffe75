package org.jucai.platform.inspection.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.inspection.laboratory.LabCommand;
import org.jucai.platform.inspection.laboratory.LabSample;
import org.jucai.platform.inspection.laboratory.LaboratoryBoard;
import org.jucai.platform.inspection.laboratory.LaboratoryDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.spec.api.LaboratoryApi;
import org.jucai.spec.model.ArriveSample;
import org.jucai.spec.model.EnterResult;
import org.jucai.spec.model.InspectionReason;
import org.jucai.spec.model.LaboratorySample;
import org.jucai.spec.model.LaboratorySamplePage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A laboratory by HTTP: it names samples by their codes, and is told nothing else of them. */
@RestController
class LaboratoryController implements LaboratoryApi {

    private final Database database;
    private final Once once;
    private final LaboratoryDesk desk;
    private final LaboratoryBoard board;
    private final Ids ids;

    LaboratoryController(Database database, Once once, LaboratoryDesk desk, LaboratoryBoard board, Ids ids) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.ids = ids;
    }

    @Override
    public Mono<LaboratorySamplePage> listLaboratorySamples(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, caller.actor().partyId(), cursor, limit)).map(page -> new LaboratorySamplePage()
                .items(page.items().stream().map(each -> LaboratoryViews.show(each, caller.actor().personId())).toList()).nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<LaboratorySample> getLaboratorySample(String code, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, caller.actor().partyId(), code)).map(found -> LaboratoryViews.show(found, caller.actor().personId()));
    }

    @Override
    public Mono<LaboratorySample> arriveSample(String code, String idempotencyKey, Mono<ArriveSample> arriveSample, ServerWebExchange exchange) {
        return arriveSample.flatMap(form -> answer(exchange, form, asking -> desk.take(asking, code, new LabCommand.Arrive(form.getFit(), form.getRemark().strip()))));
    }

    @Override
    public Mono<LaboratorySample> enterResult(String code, String idempotencyKey, Mono<EnterResult> enterResult, ServerWebExchange exchange) {
        return enterResult.flatMap(form -> answer(exchange, form, asking -> desk.take(asking, code, new LabCommand.Enter(ids.next(),
                form.getReadings().stream().map(LaboratoryViews::reading).toList(), Optional.ofNullable(form.getBecause()).map(String::strip)))));
    }

    @Override
    public Mono<LaboratorySample> verifyResult(UUID resultId, String idempotencyKey, ServerWebExchange exchange) {
        return answer(exchange, resultId, asking -> desk.take(asking, resultId, new LabCommand.Verify(resultId)));
    }

    @Override
    public Mono<LaboratorySample> sendResultBack(UUID resultId, String idempotencyKey, Mono<InspectionReason> inspectionReason, ServerWebExchange exchange) {
        return inspectionReason.flatMap(form -> answer(exchange, form, asking -> desk.take(asking, resultId, new LabCommand.SendBack(resultId, form.getReason().strip()))));
    }

    @Override
    public Mono<LaboratorySample> issueResult(UUID resultId, String idempotencyKey, ServerWebExchange exchange) {
        return answer(exchange, resultId, asking -> desk.take(asking, resultId, new LabCommand.Issue(resultId)));
    }

    private Mono<LaboratorySample> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<LabSample>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, LaboratorySample.class, tx -> step.apply(new Asking(tx, caller.actor(), caller.now()))
                .map(sample -> LaboratoryViews.show(sample, caller.actor().personId())));
    }
}
