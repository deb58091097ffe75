package org.jucai.platform.rounds.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes new demand lines, many with one statement: whatever waits when the commit before has returned goes together.
 * Nobody waits for a timer, and no row is shared between lines. Bounded: beyond the bound a line is refused with 503
 * and nothing is lost.
 */
@Component
class Intake {

    private static final int BATCH = 256;
    private static final int MOST_WAITING = 20_000;
    private static final int LANES = 2;

    private final Database database;
    private final SqlIntake shelf;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger lanes = new AtomicInteger();

    Intake(Database database, SqlIntake shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    /**
     * A decided line.
     *
     * @param roundVersion the version of the round it was decided on; another version means deciding again
     */
    record Entry(Once.Asked asked, long roundVersion, DemandEvent event) {}

    /** How the writing ended. */
    enum Outcome {
        /** Committed with its event and the record of its key. */
        WRITTEN,
        /** The round moved since it was decided. */
        ROUND_MOVED,
        /** The key was used before. */
        KEY_KNOWN
    }

    private record Waiting(Entry entry, Sinks.One<Outcome> told) {}

    /** Commits the entry with others; answers once it is durable, or why it was not written. */
    Mono<Outcome> write(Entry entry) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Mono.error(new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)));
        }
        Waiting place = new Waiting(entry, Sinks.one());
        queue.add(place);
        drain();
        return place.told().asMono();
    }

    private void drain() {
        while (!queue.isEmpty()) {
            int busy = lanes.get();
            if (busy >= LANES) return;
            if (!lanes.compareAndSet(busy, busy + 1)) continue;
            List<Waiting> batch = take();
            if (batch.isEmpty()) lanes.decrementAndGet();
            else flush(batch);
        }
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>(BATCH);
        for (Waiting next = queue.poll(); next != null; next = batch.size() < BATCH ? queue.poll() : null) batch.add(next);
        waiting.addAndGet(-batch.size());
        return batch;
    }

    private void flush(List<Waiting> batch) {
        write(batch)
                .doFinally(end -> {
                    lanes.decrementAndGet();
                    drain();
                })
                .subscribe(done -> {}, failure -> refuse(batch, failure));
    }

    /** A row that the database does not take is its own sender's trouble: the batch is halved until it stands alone. */
    private Mono<Void> write(List<Waiting> batch) {
        List<Entry> entries = batch.stream().map(Waiting::entry).toList();
        return database.write(SqlIntake.scope(entries), tx -> shelf.write(tx, entries))
                .doOnNext(outcomes -> tell(batch, outcomes))
                .then()
                .onErrorResume(DataIntegrityViolationException.class, failure -> batch.size() == 1
                        ? Mono.fromRunnable(() -> refuse(batch, failure))
                        : write(batch.subList(0, batch.size() / 2)).then(write(batch.subList(batch.size() / 2, batch.size()))));
    }

    private static void refuse(List<Waiting> batch, Throwable failure) {
        batch.forEach(place -> place.told().tryEmitError(failure));
    }

    private static void tell(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) batch.get(i).told().tryEmitValue(outcomes.get(i));
    }
}
