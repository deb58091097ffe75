package org.jucai.platform.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps sign-ins and refusals without slowing anybody: two bounded queues, so that a flood of refusals pushes out no
 * sign-in, and one flusher that writes whatever waits in one statement. What does not fit is counted and said.
 */
@Component
class AccessAudit implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessAudit.class);
    private static final int ROOM = 5_000;
    private static final int BATCH = 1_000;
    private static final Duration PACE = Duration.ofMillis(200);

    private final Database database;
    private final SqlAccessEntries entries;
    private final Clock clock;
    private final Ids ids;
    private final Counter lost;
    private final BlockingQueue<AccessEntry> acts = new ArrayBlockingQueue<>(ROOM);
    private final BlockingQueue<AccessEntry> refusals = new ArrayBlockingQueue<>(ROOM);
    private volatile List<AccessEntry> unwritten = List.of();
    private @Nullable Disposable flusher;

    AccessAudit(Database database, SqlAccessEntries entries, Clock clock, Ids ids, MeterRegistry meters) {
        this.database = database;
        this.entries = entries;
        this.clock = clock;
        this.ids = ids;
        this.lost = Counter.builder("jucai.access.audit.lost").description("Entries that found no room").register(meters);
    }

    void note(AccessNote note) {
        AccessEntry entry = new AccessEntry(ids.next(), clock.instant(), note.kind(), note.personId(), note.partyId(),
                note.account(), note.operationId(), note.problem(), note.origin(), 1);
        BlockingQueue<AccessEntry> queue = note.kind() == AccessKind.REFUSED ? refusals : acts;
        if (!queue.offer(entry)) lost.increment();
    }

    /** Writes what waits; a batch that could not be written waits for the next turn. */
    Mono<Void> flush() {
        return Mono.defer(() -> {
            if (unwritten.isEmpty()) unwritten = taken();
            if (unwritten.isEmpty()) return Mono.empty();
            return database.write(Scope.background(), tx -> entries.add(tx, unwritten).thenReturn(true))
                    .doOnNext(_ -> unwritten = List.of())
                    .then();
        });
    }

    private List<AccessEntry> taken() {
        List<AccessEntry> waiting = new ArrayList<>();
        acts.drainTo(waiting, BATCH);
        refusals.drainTo(waiting, BATCH);
        Map<AccessEntry.Sameness, AccessEntry> together = new LinkedHashMap<>();
        List<AccessEntry> batch = new ArrayList<>();
        for (AccessEntry entry : waiting) {
            if (entry.kind() == AccessKind.REFUSED) together.merge(entry.sameness(), entry, AccessEntry::and);
            else batch.add(entry);
        }
        batch.addAll(together.values());
        return batch;
    }

    @Override
    public void start() {
        flusher = Flux.interval(PACE)
                .onBackpressureDrop()
                .concatMap(_ -> flush().doOnError(failure -> LOG.warn("The access audit waits: {}", failure.toString()))
                        .onErrorComplete(), 1)
                .subscribe(_ -> {}, failure -> LOG.error("The access audit stopped", failure));
    }

    @Override
    public void stop(Runnable stopped) {
        stopFlusher();
        flush().timeout(Duration.ofSeconds(5))
                .doFinally(_ -> stopped.run())
                .subscribe(_ -> {}, failure -> LOG.warn("The last access entries were not written: {}", failure.toString()));
    }

    @Override
    public void stop() {
        stopFlusher();
    }

    @Override
    public boolean isRunning() {
        return flusher != null;
    }

    private void stopFlusher() {
        Disposable running = flusher;
        flusher = null;
        if (running != null) running.dispose();
    }
}
