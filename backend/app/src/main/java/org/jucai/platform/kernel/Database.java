package org.jucai.platform.kernel;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one way to the database: a transaction in somebody's name. A write goes on when the client hangs up, so that
 * what was begun is committed or rolled back and no connection returns to the pool in mid-transaction.
 */
public final class Database {

    private final Door requests;
    private final Door background;
    private final AfterCommit afterCommit;

    Database(Door requests, Door background, AfterCommit afterCommit) {
        this.requests = requests;
        this.background = background;
        this.afterCommit = afterCommit;
    }

    /** Reads in one transaction, so that all statements of {@code work} see the same parties. */
    public <T> Mono<T> read(Scope scope, Function<Tx, Mono<T>> work) {
        return detached(transaction(scope, "begin read only", work));
    }

    /** Writes in one transaction; commits when {@code work} completes, also when it completes empty. */
    public <T> Mono<T> write(Scope scope, Function<Tx, Mono<T>> work) {
        return detached(transaction(scope, "begin", work).doOnSuccess(_ -> afterCommit.committed()));
    }

    private <T> Mono<T> transaction(Scope scope, String begin, Function<Tx, Mono<T>> work) {
        return Mono.usingWhen(
                open(scope, begin),
                connection -> Mono.defer(() -> work.apply(new Tx(DatabaseClient.create(new Held(connection)))))
                        .flatMap(result -> run(connection, "commit").thenReturn(result))
                        .switchIfEmpty(Mono.defer(() -> run(connection, "commit").then(Mono.empty()))),
                connection -> Mono.from(connection.close()),
                (connection, failure) -> abandon(connection),
                Database::abandon);
    }

    private Mono<Connection> open(Scope scope, String begin) {
        Door door = scope instanceof Scope.Background ? background : requests;
        return door.enter().flatMap(connection -> run(connection, opening(scope, begin))
                .thenReturn(connection)
                .onErrorResume(failure -> abandon(connection).then(Mono.error(failure))));
    }

    /** Begins and names parties and people in one trip; the settings end with the transaction. */
    private static String opening(Scope scope, String begin) {
        return switch (scope) {
            case Scope.Background _ -> begin;
            case Scope.Parties(var ids, var actors) -> begin + "; set local jucai.parties = '" + Scope.setting(ids)
                    + "'; set local jucai.actors = '" + Scope.setting(actors) + "'";
        };
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute()).flatMap(Result::getRowsUpdated).then();
    }

    /** Rolls back before the connection returns to the pool, whatever state it is in. */
    private static Mono<Void> abandon(Connection connection) {
        return run(connection, "rollback").onErrorComplete().then(Mono.from(connection.close()));
    }

    /** Cuts the client's cancellation off: the work runs on, its result is dropped if nobody waits. */
    private static <T> Mono<T> detached(Mono<T> work) {
        return Mono.fromFuture(work::toFuture, true);
    }
}
