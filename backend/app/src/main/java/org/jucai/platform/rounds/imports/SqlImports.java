package org.jucai.platform.rounds.imports;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of imports and of the bytes they are read from. */
@Component
class SqlImports {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String COLUMNS = """
            id, round_id, association_id, party_id, owner_id, file_name, sha256, status, refusal, refusal_facts::text as refusal_facts,
            rows_read, rows_total, version, period_is_past, created, refused, already_there, uploaded_at
            """;

    private static final String ADD = """
            insert into demand_import (id, round_id, party_id, association_id, owner_id, person_id, file_name, sha256, status, uploaded_at)
            values (:id, :round, :party, :association, :owner, :person, :name, :sha, 'READING', :at)
            on conflict (round_id, party_id, sha256) where status in ('READING', 'READY', 'CONFIRMING', 'CONFIRMED') do nothing
            """;

    private static final String SAME = "select " + COLUMNS + """
            from demand_import where round_id = :round and party_id = :party and sha256 = :sha
                and status in ('READING', 'READY', 'CONFIRMING', 'CONFIRMED')
            """;

    private static final String CLAIM = """
            update demand_import set reading_until = clock_timestamp() + :lease * interval '1 ms', attempts = attempts + 1
            where id = (select id from demand_import where status = 'READING' and attempts < :most
                            and (reading_until is null or reading_until < clock_timestamp())
                        order by uploaded_at limit 1 for update skip locked)
            returning
            """ + COLUMNS;

    private static final String GIVE_UP = """
            update demand_import set status = 'REFUSED', refusal = 'IMPORT_READING_FAILED', version = version + 1
            where status = 'READING' and attempts >= :most and (reading_until is null or reading_until < clock_timestamp())
            """;

    private static final String PROGRESS = """
            update demand_import set rows_read = :read, rows_total = :total, reading_until = clock_timestamp() + :lease * interval '1 ms'
            where id = :id and status = 'READING'
            """;

    private static final String READY = """
            update demand_import set status = 'READY', rows_read = :total, rows_total = :total, period_is_past = :past,
                reading_until = null, version = version + 1
            where id = :id and status = 'READING'
            """;

    private static final String REFUSE = """
            update demand_import set status = 'REFUSED', refusal = :refusal, refusal_facts = :facts, reading_until = null, version = version + 1
            where id = :id and status = 'READING'
            """;

    private static final String MOVE = """
            update demand_import set status = :status, created = created + :created, refused = refused + :refused,
                already_there = already_there + :already, version = version + 1
            where id = :id
            """;

    private final JsonMapper json;

    SqlImports(JsonMapper json) {
        this.json = json;
    }

    /** Adds the import; false where this party has one of the same file. */
    Mono<Boolean> add(Tx tx, DemandImport one, Actor actor, Instant at) {
        return tx.sql(ADD)
                .bind("id", one.id()).bind("round", one.roundId()).bind("party", one.partyId()).bind("association", one.associationId())
                .bind("owner", Bind.maybe(one.ownerId().orElse(null), UUID.class)).bind("person", actor.personId())
                .bind("name", one.fileName()).bind("sha", one.sha256()).bind("at", Bind.at(at))
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Void> keep(Tx tx, DemandImport one, byte[] content) {
        return tx.sql("insert into demand_import_file (import_id, party_id, content) values (:id, :party, :content)")
                .bind("id", one.id()).bind("party", one.partyId()).bind("content", content)
                .fetch().rowsUpdated().then();
    }

    Mono<byte[]> bytes(Tx tx, UUID id) {
        return tx.sql("select content from demand_import_file where import_id = :id").bind("id", id).mapValue(byte[].class).one();
    }

    Mono<Void> forgetBytes(Tx tx, UUID id) {
        return tx.sql("delete from demand_import_file where import_id = :id").bind("id", id).fetch().rowsUpdated().then();
    }

    Mono<DemandImport> sameFile(Tx tx, UUID round, UUID party, String sha) {
        return tx.sql(SAME).bind("round", round).bind("party", party).bind("sha", sha).map(this::read).one();
    }

    Mono<DemandImport> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from demand_import where id = :id").bind("id", id).map(this::read).one();
    }

    /** Of one round, newest first; row-level security leaves a party its own. */
    Mono<Page<DemandImport>> list(Tx tx, UUID round, @Nullable UUID before, int limit) {
        return tx.sql("select " + COLUMNS + """
                from demand_import where round_id = :round and (:before::uuid is null or id < :before) order by id desc limit :limit
                """)
                .bind("round", round).bind("before", Bind.maybe(before, UUID.class)).bind("limit", limit + 1)
                .map(this::read).all().collectList()
                .map(found -> Page.cut(found, limit, one -> one.id().toString()));
    }

    /** Finds the import and holds it until the transaction ends. */
    Mono<DemandImport> hold(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from demand_import where id = :id for update").bind("id", id).map(this::read).one();
    }

    /** The next import that nobody reads, taken for a while by the database's clock; nobody else takes it before. */
    Mono<DemandImport> claim(Tx tx, Duration lease, int mostAttempts) {
        return tx.sql(CLAIM).bind("lease", lease.toMillis()).bind("most", mostAttempts).map(this::read).one();
    }

    Mono<Void> giveUp(Tx tx, int mostAttempts) {
        return tx.sql(GIVE_UP).bind("most", mostAttempts).fetch().rowsUpdated().then();
    }

    Mono<Void> release(Tx tx, UUID id) {
        return tx.sql("update demand_import set reading_until = null where id = :id and status = 'READING'")
                .bind("id", id).fetch().rowsUpdated().then();
    }

    Mono<Void> progress(Tx tx, UUID id, int read, int total, Duration lease) {
        return tx.sql(PROGRESS).bind("id", id).bind("read", read).bind("total", total).bind("lease", lease.toMillis())
                .fetch().rowsUpdated().then();
    }

    Mono<Void> ready(Tx tx, UUID id, int rows, boolean periodIsPast) {
        return tx.sql(READY).bind("id", id).bind("total", rows).bind("past", periodIsPast).fetch().rowsUpdated().then();
    }

    Mono<Void> refuse(Tx tx, UUID id, String refusal, Map<String, Object> facts) {
        return tx.sql(REFUSE).bind("id", id).bind("refusal", refusal).bind("facts", Json.of(json.writeValueAsBytes(facts)))
                .fetch().rowsUpdated().then();
    }

    /** Moves an import and adds to what came of its rows. */
    Mono<Void> move(Tx tx, UUID id, DemandImport.Status status, Entered.Sum sum) {
        return tx.sql(MOVE).bind("id", id).bind("status", status.name()).bind("created", sum.created())
                .bind("refused", sum.refused()).bind("already", sum.alreadyThere()).fetch().rowsUpdated().then();
    }

    /** Previews that nobody decided since {@code before} are discarded. */
    Mono<Void> discardOld(Tx tx, Instant before) {
        return tx.sql("update demand_import set status = 'DISCARDED', version = version + 1 where status = 'READY' and uploaded_at < :before")
                .bind("before", Bind.at(before)).fetch().rowsUpdated().then();
    }

    /** Bytes and rows that nothing needs any more, some at a time. */
    Mono<Void> sweep(Tx tx) {
        return tx.sql("""
                delete from demand_import_file f using demand_import i
                where i.id = f.import_id and i.status not in ('READING', 'READY', 'CONFIRMING')
                """).fetch().rowsUpdated()
                .then(tx.sql("""
                delete from demand_import_row where import_id in
                    (select i.id from demand_import i where i.status = 'DISCARDED'
                         and exists (select 1 from demand_import_row r where r.import_id = i.id) limit 5)
                """).fetch().rowsUpdated())
                .then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private DemandImport read(Readable row) {
        return new DemandImport(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("association_id", UUID.class),
                row.get("party_id", UUID.class), Optional.ofNullable(row.get("owner_id", UUID.class)), row.get("file_name", String.class),
                row.get("sha256", String.class), DemandImport.Status.valueOf(row.get("status", String.class)),
                Optional.ofNullable(row.get("refusal", String.class)), facts(row.get("refusal_facts", String.class)),
                row.get("rows_read", Integer.class), row.get("rows_total", Integer.class), row.get("version", Long.class),
                row.get("period_is_past", Boolean.class), row.get("created", Integer.class), row.get("refused", Integer.class),
                row.get("already_there", Integer.class), row.get("uploaded_at", Instant.class));
    }

    private Map<String, Object> facts(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, FACTS);
    }
}
