package org.jucai.platform.inspection.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.formulas.FormulaWords;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.FormingDesk;
import org.jucai.platform.inspection.InspectionBoard;
import org.jucai.platform.inspection.InspectionDesk;
import org.jucai.platform.inspection.SampleKind;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.spec.api.InspectionApi;
import org.jucai.spec.model.ContestResult;
import org.jucai.spec.model.DrawSample;
import org.jucai.spec.model.DrawSamples;
import org.jucai.spec.model.FormBatch;
import org.jucai.spec.model.InspectionBatch;
import org.jucai.spec.model.InspectionBatchPage;
import org.jucai.spec.model.InspectionReason;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Batches by HTTP, for whom they concern. */
@RestController
class InspectionController implements InspectionApi {

    private final Database database;
    private final Once once;
    private final FormingDesk forming;
    private final InspectionDesk desk;
    private final InspectionBoard board;
    private final Saying saying;

    InspectionController(Database database, Once once, FormingDesk forming, InspectionDesk desk, InspectionBoard board, Saying saying) {
        this.database = database;
        this.once = once;
        this.forming = forming;
        this.desk = desk;
        this.board = board;
        this.saying = saying;
    }

    /** Names of parties, and what steps of a formula are called. */
    @Component
    record Saying(MembershipBoard members, FormulaWords words) {

        Mono<List<InspectionBatch>> views(List<InspectionBoard.Shown> all, Caller caller) {
            BatchViews.Reader reader = new BatchViews.Reader(caller.actor().partyId(), caller.locale(), words);
            return members.names(BatchViews.parties(all)).map(names -> all.stream().map(each -> BatchViews.show(each, names, reader)).toList());
        }
    }

    @Override
    public Mono<InspectionBatchPage> listBatches(@Nullable UUID contractId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, Optional.ofNullable(contractId), cursor, limit))
                .flatMap(page -> saying.views(page.items(), caller).map(views -> new InspectionBatchPage().items(views).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<InspectionBatch> getBatch(UUID batchId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, batchId)).flatMap(shown -> show(shown, caller));
    }

    @Override
    public Mono<InspectionBatch> formBatch(String idempotencyKey, Mono<FormBatch> formBatch, ServerWebExchange exchange) {
        return formBatch.flatMap(form -> answer(exchange, form, asking -> forming.form(asking, form.getDeliveryIds())));
    }

    @Override
    public Mono<InspectionBatch> drawSamples(String idempotencyKey, Mono<DrawSamples> drawSamples, @Nullable String ifMatch, ServerWebExchange exchange) {
        return drawSamples.flatMap(form -> answer(exchange, form, asking -> desk.draw(asking, which(form.getBatchId(), exchange),
                form.getSamples().stream().map(InspectionController::wanted).toList())));
    }

    private static InspectionDesk.Wanted wanted(DrawSample form) {
        return new InspectionDesk.Wanted(SampleKind.valueOf(form.getKind().name()), form.getLaboratoryId(), form.getSeal().strip());
    }

    @Override
    public Mono<InspectionBatch> contestResult(UUID resultId, String idempotencyKey, Mono<ContestResult> contestResult, ServerWebExchange exchange) {
        return contestResult.flatMap(form -> answer(exchange, form, asking -> desk.contest(asking, resultId, form.getGrounds().strip(), form.getRetest())));
    }

    @Override
    public Mono<InspectionBatch> callUmpire(UUID batchId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return answer(exchange, batchId, asking -> desk.callUmpire(asking, which(batchId, exchange)));
    }

    @Override
    public Mono<InspectionBatch> concedeBatch(
            UUID batchId, String idempotencyKey, Mono<InspectionReason> inspectionReason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return inspectionReason.flatMap(form -> answer(exchange, form, asking -> desk.concede(asking, which(batchId, exchange), form.getReason().strip())));
    }

    @Override
    public Mono<InspectionBatch> rejectBatch(
            UUID batchId, String idempotencyKey, Mono<InspectionReason> inspectionReason, @Nullable String ifMatch, ServerWebExchange exchange) {
        return inspectionReason.flatMap(form -> answer(exchange, form, asking -> desk.reject(asking, which(batchId, exchange), form.getReason().strip())));
    }

    private static InspectionDesk.Which which(UUID batchId, ServerWebExchange exchange) {
        return new InspectionDesk.Which(batchId, Caller.of(exchange).expectedVersion());
    }

    private Mono<InspectionBatch> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<Batch>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, InspectionBatch.class, tx -> step.apply(new Asking(tx, caller.actor(), caller.now()))
                .flatMap(batch -> board.get(tx, batch.id())).flatMap(shown -> show(shown, caller)));
    }

    private Mono<InspectionBatch> show(InspectionBoard.Shown shown, Caller caller) {
        caller.showVersion(shown.batch().version());
        return saying.views(List.of(shown), caller).map(List::getFirst);
    }
}
