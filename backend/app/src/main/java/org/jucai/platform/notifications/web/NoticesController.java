package org.jucai.platform.notifications.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.notifications.ChoiceDesk;
import org.jucai.platform.notifications.NoticeBoard;
import org.jucai.platform.notifications.NoticeDesk;
import org.jucai.spec.api.NoticesApi;
import org.jucai.spec.model.ChooseNotices;
import org.jucai.spec.model.InboxNotice;
import org.jucai.spec.model.InboxPage;
import org.jucai.spec.model.NoticeChoices;
import org.jucai.spec.model.NoticeKindName;
import org.jucai.spec.model.ReadAllNotices;
import org.jucai.spec.model.UnreadCount;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The inbox and what comes into it, by HTTP. */
@RestController
class NoticesController implements NoticesApi {

    private final Database database;
    private final Once once;
    private final NoticeBoard board;
    private final NoticeDesk desk;
    private final ChoiceDesk choices;

    NoticesController(Database database, Once once, NoticeBoard board, NoticeDesk desk, ChoiceDesk choices) {
        this.database = database;
        this.once = once;
        this.board = board;
        this.desk = desk;
        this.choices = choices;
    }

    @Override
    public Mono<InboxPage> listNotices(@Nullable NoticeKindName kind, Boolean unreadOnly, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return Mono.fromSupplier(() -> NoticeBoard.Question.of(NoticeViews.maybe(kind), unreadOnly, cursor, limit))
                .flatMap(asked -> board.list(caller.actor(), asked, caller.locale()))
                .map(page -> new InboxPage().items(page.items().stream().map(NoticeViews::view).toList()).nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<UnreadCount> countUnreadNotices(ServerWebExchange exchange) {
        return board.unread(Caller.of(exchange).actor()).map(NoticeViews::count);
    }

    @Override
    public Mono<InboxNotice> readNotice(UUID noticeId, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, noticeId, InboxNotice.class,
                tx -> desk.read(new Asking(tx, caller.actor(), caller.now()), noticeId, caller.locale()).map(NoticeViews::view));
    }

    @Override
    public Mono<UnreadCount> readAllNotices(String idempotencyKey, Mono<ReadAllNotices> readAllNotices, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return readAllNotices.flatMap(form -> once.answer(exchange, form, UnreadCount.class, tx -> desk.readAll(new Asking(tx, caller.actor(), caller.now()),
                new NoticeDesk.ReadAll(form.getUpTo(), NoticeViews.maybe(form.getKind()))).map(NoticeViews::count)));
    }

    @Override
    public Mono<NoticeChoices> getNoticeChoices(ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> choices.of(tx, caller.actor().personId()))
                .doOnNext(kept -> caller.showVersion(kept.version()))
                .map(NoticeViews::view);
    }

    @Override
    public Mono<NoticeChoices> chooseNotices(String ifMatch, Mono<ChooseNotices> chooseNotices, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return chooseNotices.flatMap(form -> database.write(caller.scope(), tx -> choices.choose(new Asking(tx, caller.actor(), caller.now()), caller.requiredVersion(), NoticeViews.wanted(form))))
                .doOnNext(kept -> caller.showVersion(kept.version()))
                .map(NoticeViews::view);
    }
}
