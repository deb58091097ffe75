package org.jucai.platform.kernel;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * The door to a pool of connections, before which only so many may wait: who comes on top is told at once to come again,
 * instead of waiting for longer than anybody listens.
 */
final class Door {

    private final ConnectionFactory pool;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    Door(ConnectionFactory pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    Mono<Connection> enter() {
        return Mono.defer(() -> {
            if (waiting.incrementAndGet() > most) {
                waiting.decrementAndGet();
                return Mono.error(new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)));
            }
            return Mono.from(pool.create()).cast(Connection.class).doFinally(end -> waiting.decrementAndGet());
        });
    }
}
