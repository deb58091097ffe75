package org.jucai.platform.catalogue.web;

import java.util.function.BiFunction;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.CatalogueCommand;
import org.jucai.platform.catalogue.CatalogueDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands commands to the desk and tells the board when they are committed. A client that hangs up in between is not
 * waited for; the board then learns of the change by itself, a few seconds later.
 */
@Component
class CatalogueWrites {

    private final CatalogueDesk desk;
    private final CatalogueBoard board;
    private final Once once;
    private final Database database;

    CatalogueWrites(CatalogueDesk desk, CatalogueBoard board, Once once, Database database) {
        this.desk = desk;
        this.board = board;
        this.once = once;
        this.database = database;
    }

    /** A command under an idempotency key. */
    <A> Mono<A> once(ServerWebExchange exchange, Object body, CatalogueCommand command, Class<A> answer, BiFunction<CatalogueDesk.Done, Actor, A> view) {
        Caller caller = Caller.of(exchange);
        Actor actor = caller.actor();
        return once.answer(exchange, body, answer, tx -> desk.handle(tx, actor, caller.now(), command).map(done -> view.apply(done, actor)))
                .doOnNext(_ -> board.forget());
    }

    /** A command on the version that was read. */
    <A> Mono<A> edit(ServerWebExchange exchange, CatalogueCommand command, BiFunction<CatalogueDesk.Done, Actor, A> view) {
        Caller caller = Caller.of(exchange);
        Actor actor = caller.actor();
        return database.write(caller.scope(), tx -> desk.handle(tx, actor, caller.now(), command).map(done -> view.apply(done, actor)))
                .doOnNext(_ -> board.forget());
    }
}
