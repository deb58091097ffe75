package org.jucai.platform.recovery.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.recovery.Reaching;
import org.jucai.platform.recovery.Recall;
import org.jucai.platform.recovery.RecallBoard;
import org.jucai.platform.recovery.RecallDesk;
import org.jucai.spec.api.RecallsApi;
import org.jucai.spec.model.AcknowledgeRecall;
import org.jucai.spec.model.EndRecall;
import org.jucai.spec.model.OpenRecall;
import org.jucai.spec.model.ReachAnswer;
import org.jucai.spec.model.RecallPage;
import org.jucai.spec.model.RecallStatus;
import org.jucai.spec.model.RecallView;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whom goods reached, and recalls, by HTTP. */
@RestController
class RecallsController implements RecallsApi {

    private final Database database;
    private final Once once;
    private final Reaching reaching;
    private final RecallDesk desk;
    private final RecallBoard board;
    private final MembershipBoard members;
    private final ReachFile file;

    RecallsController(Database database, Once once, Reaching reaching, RecallDesk desk, RecallBoard board, MembershipBoard members, ReachFile file) {
        this.database = database;
        this.once = once;
        this.reaching = reaching;
        this.desk = desk;
        this.board = board;
        this.members = members;
        this.file = file;
    }

    /** Which goods, as a query or a form says it. */
    private record Said(@Nullable UUID recall, @Nullable String code, @Nullable UUID lot, @Nullable UUID seller, @Nullable String source, @Nullable LocalDate from, @Nullable LocalDate to) {

        Reaching.Asked asked() {
            return new Reaching.Asked(Optional.ofNullable(recall), Optional.ofNullable(code).map(String::strip), Optional.ofNullable(lot), Optional.ofNullable(seller),
                    Optional.ofNullable(source).map(String::strip), Optional.ofNullable(from), Optional.ofNullable(to));
        }
    }

    @Override
    public Mono<ReachAnswer> findReach(@Nullable UUID recallId, @Nullable String code, @Nullable UUID lotId, @Nullable UUID sellerId, @Nullable String source,
            @Nullable LocalDate fromOn, @Nullable LocalDate toOn, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Reaching.Asked asked = new Said(recallId, code, lotId, sellerId, source, fromOn, toOn).asked();
        return database.write(caller.scope(), tx -> reaching.answer(new Asking(tx, caller.actor(), caller.now()), asked, cursor, limit))
                .flatMap(answer -> members.names(RecallViews.partiesOf(answer.trucks().items())).map(names -> new ReachAnswer(RecallViews.totals(answer.totals()),
                        answer.trucks().items().stream().map(new RecallViews(names)::truck).toList()).nextCursor(answer.trucks().nextCursor())));
    }

    @Override
    public Mono<Resource> exportReach(@Nullable UUID recallId, @Nullable String code, @Nullable UUID lotId, @Nullable UUID sellerId, @Nullable String source,
            @Nullable LocalDate fromOn, @Nullable LocalDate toOn, ServerWebExchange exchange) {
        return file.write(exchange, new Said(recallId, code, lotId, sellerId, source, fromOn, toOn).asked());
    }

    @Override
    public Mono<RecallPage> listRecalls(@Nullable RecallStatus status, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Optional<Recall.Status> wanted = Optional.ofNullable(status).map(it -> Recall.Status.valueOf(it.name()));
        return database.read(caller.scope(), tx -> board.list(tx, wanted, cursor, limit)).flatMap(page -> members.names(RecallViews.parties(page.items()))
                .map(names -> new RecallPage(page.items().stream().map(each -> new RecallViews(names).show(each, caller.actor())).toList()).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<RecallView> getRecall(UUID recallId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, recallId)).flatMap(recall -> show(recall, caller));
    }

    @Override
    public Mono<RecallView> openRecall(String idempotencyKey, Mono<OpenRecall> openRecall, ServerWebExchange exchange) {
        return openRecall.flatMap(form -> answer(exchange, form, asking -> desk.open(asking,
                new Said(null, form.getCode(), form.getLotId(), form.getSellerId(), form.getSource(), form.getFromOn(), form.getToOn()).asked(),
                new RecallDesk.Said(form.getReason().strip(), form.getInstruction().strip()))));
    }

    @Override
    public Mono<RecallView> acknowledgeRecall(UUID recallId, String idempotencyKey, Mono<AcknowledgeRecall> acknowledgeRecall, ServerWebExchange exchange) {
        return acknowledgeRecall.flatMap(form -> answer(exchange, form,
                asking -> desk.acknowledge(asking, recallId, Recall.Handling.valueOf(form.getHandling().name()), form.getWords().strip())));
    }

    @Override
    public Mono<RecallView> liftRecall(UUID recallId, String idempotencyKey, Mono<EndRecall> endRecall, @Nullable String ifMatch, ServerWebExchange exchange) {
        return endRecall.flatMap(form -> answer(exchange, form, asking -> desk.lift(asking, recallId, Caller.of(exchange).expectedVersion(), form.getWords().strip())));
    }

    @Override
    public Mono<RecallView> closeRecall(UUID recallId, String idempotencyKey, Mono<EndRecall> endRecall, @Nullable String ifMatch, ServerWebExchange exchange) {
        return endRecall.flatMap(form -> answer(exchange, form, asking -> desk.close(asking, recallId, Caller.of(exchange).expectedVersion(), form.getWords().strip())));
    }

    private Mono<RecallView> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<Recall>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, RecallView.class, tx -> step.apply(new Asking(tx, caller.actor(), caller.now())).flatMap(recall -> show(recall, caller)));
    }

    private Mono<RecallView> show(Recall recall, Caller caller) {
        caller.showVersion(recall.version());
        return members.names(RecallViews.parties(List.of(recall))).map(names -> new RecallViews(names).show(recall, caller.actor()));
    }
}
