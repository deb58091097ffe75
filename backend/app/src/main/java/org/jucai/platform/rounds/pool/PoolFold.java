package org.jucai.platform.rounds.pool;

import java.time.Duration;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Position;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings the demand events of the feed into the running totals; the cursor moves in the same transaction, so each once. */
@Component
class PoolFold implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PoolFold.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final Feed feed;
    private final SqlPool pool;
    private volatile Position brought = Position.START;
    private final Disposable.Swap running = Disposables.swap();

    PoolFold(Database database, Feed feed, SqlPool pool) {
        this.database = database;
        this.feed = feed;
        this.pool = pool;
    }

    /** Brings what the feed holds now; tells how many events. Idle, it only reads. */
    Mono<Integer> fold() {
        return database.read(Scope.background(), feed::end)
                .filter(end -> end.compareTo(brought) > 0)
                .flatMap(end -> database.write(Scope.background(), this::bring))
                .flatMap(count -> count == AT_ONCE ? fold().map(more -> more + count) : Mono.just(count))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> bring(Tx tx) {
        return feed.stand(tx, SqlPool.READER).flatMap(stand -> pool.fold(tx, stand, AT_ONCE)
                .flatMap(step -> feed.move(tx, SqlPool.READER, step.last()).then(Mono.fromSupplier(() -> {
                    brought = step.last();
                    return Math.toIntExact(step.events());
                })))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    brought = stand;
                    return 0;
                })));
    }

    @Override
    public void start() {
        running.update(Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(beat -> fold().onErrorResume(PoolFold::later), 1)
                .subscribe(count -> {}, failure -> LOG.error("the totals of the pool are not kept any more", failure)));
    }

    private static Mono<Integer> later(Throwable failure) {
        LOG.warn("the totals of the pool could not be brought up, trying again: {}", failure.toString());
        return Mono.just(0);
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed() && running.get() != null;
    }
}
