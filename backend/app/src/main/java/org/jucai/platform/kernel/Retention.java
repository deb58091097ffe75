package org.jucai.platform.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes what has been kept long enough, as the background role, in small transactions, so that none holds back the feed or
 * blocks a request. What one look leaves over is left to the next.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int AT_ONCE = 1_000;
    private static final int BATCHES = 200;

    private final Database database;
    private final List<KeptForAWhile> tables;
    private final Clock clock;

    Retention(Database database, List<KeptForAWhile> tables, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
    }

    /** Looks at every table; tells how many rows went. One that fails does not keep the others from being cleared. */
    @Scheduled(initialDelayString = "${jucai.retention.first-after:5m}", fixedDelayString = "${jucai.retention.every:15m}")
    Mono<Long> clear() {
        Instant now = clock.instant();
        return Flux.fromIterable(tables)
                .concatMap(table -> clear(table, now.minus(table.keptFor())).onErrorResume(failure -> {
                    LOG.warn("{} could not be cleared, trying again: {}", table.getClass().getSimpleName(), failure.toString());
                    return Mono.just(0L);
                }))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> clear(KeptForAWhile table, Instant end) {
        Mono<Long> batch = database.write(Scope.background(), tx -> table.delete(tx, end, AT_ONCE));
        return batch.expand(gone -> gone < AT_ONCE ? Mono.empty() : batch).take(BATCHES).reduce(0L, Long::sum);
    }
}
