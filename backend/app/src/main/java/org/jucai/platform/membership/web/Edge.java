package org.jucai.platform.membership.web;

import java.util.function.Function;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Carries a request's form into a transaction in the caller's name. */
@Component
class Edge {

    private final Once once;
    private final Database database;

    Edge(Once once, Database database) {
        this.once = once;
        this.database = database;
    }

    /** What is done with a form. */
    @FunctionalInterface
    interface Work<B, A> {
        Mono<A> run(Asking asking, B body);
    }

    /** A command: happens once per idempotency key. */
    <B, A> Mono<A> once(ServerWebExchange exchange, Mono<B> form, Class<A> answer, Work<B, A> work) {
        Caller caller = Caller.of(exchange);
        return form.flatMap(body -> once.answer(exchange, body, answer,
                tx -> work.run(new Asking(tx, caller.actor(), caller.now()), body)));
    }

    /** An edit: guarded by the version that was read. */
    <A> Mono<A> write(Caller caller, Function<Asking, Mono<A>> work) {
        return database.write(caller.scope(), tx -> work.apply(new Asking(tx, caller.actor(), caller.now())));
    }
}
