package org.jucai.platform.files;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jucai.platform.files.store.ContentStore;
import org.jucai.platform.files.store.Incoming;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away what was brought and never kept, and uploads that were attached to nothing for a month; each in a transaction of its own, whichever process is first. */
@Component
class FileClock implements Beating {

    /** Longer than any upload takes. */
    static final Duration UNUSED_FOR = Duration.ofHours(1);
    /** A phone that found no connection for so long attaches its photos anew. */
    static final Duration UNATTACHED_FOR = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final SqlContents contents;
    private final SqlStoredFiles files;
    private final ContentStore store;
    private final Incoming incoming;
    private final Means means;

    /** What else it goes by. */
    @Component
    record Means(Journal journal, Clock clock, MeterRegistry meters) {}

    FileClock(Database database, SqlContents contents, SqlStoredFiles files, ContentStore store, Incoming incoming, Means means) {
        this.database = database;
        this.contents = contents;
        this.files = files;
        this.store = store;
        this.incoming = incoming;
        this.means = means;
    }

    /** How much it took away. */
    Mono<Long> tick() {
        Instant now = means.clock().instant();
        return forget(now).then(collect(now.minus(UNUSED_FOR))).zipWith(incoming.sweep(now.minus(UNUSED_FOR)), Long::sum);
    }

    private Mono<Void> forget(Instant now) {
        return database.write(Scope.background(), tx -> files.forgotten(tx, now.minus(UNATTACHED_FOR), AT_ONCE)
                .flatMapMany(Flux::fromIterable).concatMap(file -> drop(tx, file, now)).then());
    }

    private Mono<Void> drop(Tx tx, StoredFile file, Instant now) {
        Actor clock = Actor.ofTheClock(file.partyId(), PartyKind.ENTERPRISE);
        return files.drop(tx, file.id()).then(contents.free(tx, file, now)).then(means.journal().append(tx, clock, now,
                List.of(UploadDesk.event(file, file.version() + 1, null, new FileEvent.FileDropped(file.sha256()), Set.of(file.partyId())))));
    }

    private Mono<Long> collect(Instant before) {
        return one(before).repeat(AT_ONCE - 1).takeWhile(taken -> taken).count();
    }

    /** The bytes first, then the row that leads to them; the row is held meanwhile. */
    private Mono<Boolean> one(Instant before) {
        return database.write(Scope.background(), tx -> contents.unused(tx, before).flatMap(key -> store.remove(key).then(contents.forget(tx, key)).thenReturn(true)))
                .doOnNext(_ -> means.meters().counter("jucai.files.collected").increment())
                .defaultIfEmpty(false);
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return tick().then();
    }
}
