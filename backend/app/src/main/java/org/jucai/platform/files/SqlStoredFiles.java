package org.jucai.platform.files;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of files and of what they are attached to. */
@Component
class SqlStoredFiles {

    private static final String COLUMNS = "f.id, f.party_id, f.name, f.type, f.sha256, f.bytes, f.stated_at, f.uploaded_at, f.version";

    private static final String ADD = """
            insert into stored_file (id, party_id, name, type, sha256, bytes, stated_at, uploaded_at, uploaded_by, version, attached)
            values (:id, :party, :name, :type, :sha256, :bytes, :stated, :uploaded, :by, 1, false)
            """;

    private static final String UNATTACHED = "select count(*) from (select 1 from stored_file where party_id = :party and not attached limit :limit) few";

    private static final String HOLD = "select " + COLUMNS + " from stored_file f where f.id = any(:ids) and f.party_id = :party order by f.id for update";

    private static final String ATTACH = """
            insert into file_attachment (subject_id, file_id, party_id, kind, readers, attached_at)
            select :subject, id, :party, :kind, :readers, :at from unnest(:ids) as id on conflict (subject_id, file_id) do nothing
            """;

    private static final String MARK = "update stored_file set attached = true, version = version + 1 where id = any(:ids)";

    private static final String OF_SUBJECT = "select count(*) from file_attachment where subject_id = :subject";

    private static final String ATTACHED = "select a.subject_id, " + COLUMNS + """
             from file_attachment a join stored_file f on f.id = a.file_id where a.subject_id = any(:subjects) order by f.id
            """;

    /** Attached to nothing for long; held, so that nobody attaches it meanwhile. */
    private static final String FORGOTTEN = "select " + COLUMNS + """
             from stored_file f where not f.attached and f.uploaded_at < :before order by f.uploaded_at limit :limit for update skip locked
            """;

    Mono<Void> add(Tx tx, StoredFile file, UUID by) {
        return tx.sql(ADD).bind("id", file.id()).bind("party", file.partyId()).bind("name", file.name()).bind("type", file.type().name())
                .bind("sha256", file.sha256()).bind("bytes", file.bytes()).bind("stated", Bind.maybe(file.statedAt().map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("uploaded", Bind.at(file.uploadedAt())).bind("by", by).fetch().rowsUpdated().then();
    }

    /** How many of the party's uploads are attached to nothing; counts no further than the limit. */
    Mono<Long> unattached(Tx tx, UUID party, int limit) {
        return tx.sql(UNATTACHED).bind("party", party).bind("limit", limit).mapValue(Long.class).one();
    }

    Mono<StoredFile> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from stored_file f where f.id = :id").bind("id", id).map(SqlStoredFiles::file).one();
    }

    /** The party's own among these, held until the transaction ends. */
    Mono<List<StoredFile>> hold(Tx tx, Set<UUID> ids, UUID party) {
        return tx.sql(HOLD).bind("ids", ids.toArray(UUID[]::new)).bind("party", party).map(SqlStoredFiles::file).all().collectList();
    }

    /** Tells how many files the subject has now. */
    Mono<Long> attach(Asking asking, UploadDesk.Subject subject, List<StoredFile> files) {
        UUID[] ids = files.stream().map(StoredFile::id).toArray(UUID[]::new);
        return asking.tx().sql(ATTACH).bind("subject", subject.id()).bind("party", asking.actor().partyId()).bind("kind", subject.kind())
                .bind("readers", subject.readers().toArray(UUID[]::new)).bind("at", Bind.at(asking.at())).bind("ids", ids).fetch().rowsUpdated()
                .then(asking.tx().sql(MARK).bind("ids", ids).fetch().rowsUpdated())
                .then(asking.tx().sql(OF_SUBJECT).bind("subject", subject.id()).mapValue(Long.class).one());
    }

    /** What is attached to these, oldest first. */
    Mono<Map<UUID, List<StoredFile>>> attached(Tx tx, Set<UUID> subjects) {
        if (subjects.isEmpty()) return Mono.just(Map.of());
        return tx.sql(ATTACHED).bind("subjects", subjects.toArray(UUID[]::new)).map(row -> Map.entry(subject(row), file(row))).all()
                .collect(HashMap<UUID, List<StoredFile>>::new, (all, one) -> all.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()))
                .map(Map::copyOf);
    }

    Mono<List<StoredFile>> forgotten(Tx tx, Instant before, int limit) {
        return tx.sql(FORGOTTEN).bind("before", Bind.at(before)).bind("limit", limit).map(SqlStoredFiles::file).all().collectList();
    }

    Mono<Void> drop(Tx tx, UUID id) {
        return tx.sql("delete from stored_file where id = :id").bind("id", id).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // a column declared not null
    private static UUID subject(Readable row) {
        return row.get("subject_id", UUID.class);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static StoredFile file(Readable row) {
        return new StoredFile(row.get("id", UUID.class), row.get("party_id", UUID.class), row.get("name", String.class), FileType.valueOf(row.get("type", String.class)),
                row.get("sha256", String.class), row.get("bytes", Long.class), Optional.ofNullable(row.get("stated_at", Instant.class)), row.get("uploaded_at", Instant.class),
                row.get("version", Long.class));
    }
}
