package org.jucai.platform.files;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.files.store.ContentKey;
import org.jucai.platform.files.store.ContentStore;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what was sent, and attaches it to what it shows. */
@Service
public class UploadDesk {

    /** Uploads of one party that may wait to be attached. */
    static final int MOST_UNATTACHED = 500;
    /** Files of one subject: a truck, a ticket. */
    static final int MOST_OF_A_SUBJECT = 20;

    private final Database database;
    private final SqlContents contents;
    private final SqlStoredFiles files;
    private final ContentStore store;
    private final Journal journal;
    private final Ids ids;

    UploadDesk(Database database, SqlContents contents, SqlStoredFiles files, ContentStore store, Journal journal, Ids ids) {
        this.database = database;
        this.contents = contents;
        this.files = files;
        this.store = store;
        this.journal = journal;
        this.ids = ids;
    }

    /** What the sender says of a file. @param sha256 what its bytes should hash to; empty where the sender could not tell */
    public record Stated(String name, Optional<Instant> madeAt, Optional<String> sha256) {}

    /** What files are attached to. @param kind in one word; @param readers the parties whom it concerns, who from then on read them */
    public record Subject(String kind, UUID id, @Nullable UUID roundId, Set<UUID> readers) {
        public Subject {
            readers = Set.copyOf(readers);
        }
    }

    /**
     * Brings bytes to their place, before any row says that they are kept. They are announced first: where nothing follows, the clock finds the announcement and
     * takes them away again.
     */
    public Mono<Void> bring(Actor actor, Instant at, FileIntake.Received received, Stated stated) {
        if (!stated.sha256().orElse(received.sha256()).equals(received.sha256())) return Mono.error(new RefusedException(FileRefusal.FILE_DIFFERS));
        ContentKey key = new ContentKey(actor.partyId(), received.sha256(), received.bytes());
        return database.write(Scope.of(actor), tx -> contents.announce(tx, key, at))
                .flatMap(known -> known ? store.holds(key) : Mono.just(false)).filter(held -> !held)
                .flatMap(_ -> store.put(key, received.at()));
    }

    /** The row of what was brought. */
    public Mono<StoredFile> keep(Asking asking, FileIntake.Received received, Stated stated) {
        ContentKey key = new ContentKey(asking.actor().partyId(), received.sha256(), received.bytes());
        StoredFile file = new StoredFile(ids.next(), key.partyId(), FileName.of(stated.name(), received.type()), received.type(), key.sha256(), key.bytes(), stated.madeAt(),
                asking.at(), 1);
        return files.unattached(asking.tx(), key.partyId(), MOST_UNATTACHED)
                .doOnNext(waiting -> {
                    if (waiting >= MOST_UNATTACHED) throw new RefusedException(FileRefusal.FILES_ATTACHED_TO_NOTHING, Map.of("limit", MOST_UNATTACHED));
                })
                .then(contents.use(asking.tx(), key, asking.at())).filter(there -> there)
                .switchIfEmpty(Mono.error(() -> new RefusedException(FileRefusal.FILE_STORE_AWAY)))
                .then(files.add(asking.tx(), file, asking.actor().personId()))
                .then(record(asking, file, null, kept(file), Set.of(file.partyId())))
                .thenReturn(file);
    }

    private static FileEvent kept(StoredFile file) {
        return new FileEvent.FileKept(file.name(), file.type().mediaType(), file.bytes(), file.sha256(), file.statedAt().orElse(null));
    }

    /** Attaches the caller's own uploads; what is attached stays. All of them or none. */
    public Mono<List<StoredFile>> attach(Asking asking, Subject subject, List<UUID> wanted) {
        Set<UUID> each = new TreeSet<>(wanted);
        if (each.isEmpty()) return Mono.just(List.of());
        return files.hold(asking.tx(), each, asking.actor().partyId()).doOnNext(found -> {
            if (found.size() < each.size()) throw new RefusedException(FileRefusal.FILE_TO_ATTACH_NOT_FOUND);
        }).flatMap(found -> files.attach(asking, subject, found).flatMap(all -> {
            if (all > MOST_OF_A_SUBJECT) throw new RefusedException(FileRefusal.ATTACHMENTS_TOO_MANY, Map.of("limit", MOST_OF_A_SUBJECT));
            List<NewEvent> events = found.stream().map(file -> event(file, file.version() + 1, subject.roundId(), attached(subject, file), subject.readers())).toList();
            return journal.append(asking.tx(), asking.actor(), asking.at(), events).thenReturn(found);
        }));
    }

    private static FileEvent attached(Subject subject, StoredFile file) {
        return new FileEvent.FileAttached(subject.kind(), subject.id(), file.name(), file.sha256());
    }

    private Mono<Void> record(Asking asking, StoredFile file, @Nullable UUID round, FileEvent event, Set<UUID> readers) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(event(file, file.version(), round, event, readers)));
    }

    static NewEvent event(StoredFile file, long version, @Nullable UUID round, FileEvent event, Set<UUID> readers) {
        return new NewEvent(StoredFile.STREAM, file.id(), version, round, event.getClass().getSimpleName(), event, readers);
    }
}
