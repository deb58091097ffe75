package org.jucai.platform.award.allocations;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of allocations. */
@Component
class SqlAllocations {

    private static final int CHUNK = 500;

    private static final String COLUMNS = """
            id, round_id, number, association_id, enterprise_id, line_id, lot_id, status, version, mass_kg, total_fen, statement, computed_at,
            silence_confirms_at, confirmed_at, by_silence, objection, objected_at, answer, upheld, answered_at, adjustments""";

    private static final String ADD = """
            insert into allocation (id, round_id, number, association_id, enterprise_id, line_id, lot_id, status, version, mass_kg, total_fen, statement,
                computed_at, silence_confirms_at)
            select id, round_id, number, association_id, enterprise_id, line_id, lot_id, 'COMPUTED', 1, mass_kg, total_fen, statement, computed_at, silence_confirms_at
            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, round_id uuid, number integer, association_id uuid, enterprise_id uuid, line_id uuid, lot_id uuid,
                mass_kg bigint, total_fen bigint, statement jsonb, computed_at timestamptz, silence_confirms_at timestamptz)
            """;

    private static final String LIST = "select " + COLUMNS + """
             from allocation where round_id = :round
               and (:after::uuid is null or (-number, lot_id, line_id) > (select -a.number, a.lot_id, a.line_id from allocation a where a.round_id = :round and a.id = :after))
            order by -number, lot_id, line_id limit :limit
            """;

    private static final String MOVE = """
            update allocation set status = :status, version = :version, confirmed_at = :confirmed, by_silence = :silently, objection = :objection,
                objected_at = :objected, answer = :answer, upheld = :upheld, answered_at = :answered, adjustments = :adjustments
            where id = :id and version = :version - 1
            """;

    private static final String REVOKE = """
            update allocation set status = 'REVOKED', version = version + 1 where round_id = :round and number = :number and status <> 'REVOKED' returning %s
            """.formatted(COLUMNS);

    /** Once, whichever process is first; a confirmation by hand that is being written is waited for and then counts. */
    private static final String SILENCE = """
            update allocation set status = 'CONFIRMED', by_silence = true, confirmed_at = :at, version = version + 1
            where status = 'COMPUTED' and id in (select id from allocation where status = 'COMPUTED' and silence_confirms_at <= :at order by silence_confirms_at, id
                limit :limit for update)
            returning %s
            """.formatted(COLUMNS);

    private final JsonMapper json;

    SqlAllocations(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Tx tx, List<Allocation> all) {
        return Flux.fromIterable(all).buffer(CHUNK)
                .concatMap(some -> tx.sql(ADD).bind("rows", Json.of(json.writeValueAsBytes(some.stream().map(SqlAllocations::row).toList()))).fetch().rowsUpdated())
                .then();
    }

    private static Map<String, Object> row(Allocation each) {
        Map<String, Object> row = new HashMap<>(16);
        row.put("id", each.id());
        row.put("round_id", each.roundId());
        row.put("number", each.number());
        row.put("association_id", each.associationId());
        row.put("enterprise_id", each.enterpriseId());
        row.put("line_id", each.lineId());
        row.put("lot_id", each.lotId());
        row.put("mass_kg", each.mass().kg());
        row.put("total_fen", each.total().fen());
        row.put("statement", each.statement());
        row.put("computed_at", each.computedAt());
        row.put("silence_confirms_at", each.silenceConfirmsAt());
        return row;
    }

    Mono<Page<Allocation>> list(Tx tx, UUID round, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", round).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1).map(this::allocation).all().collectList()
                .map(rows -> Page.cut(rows, limit, each -> each.id().toString()));
    }

    /** As many as a round has lines at most. */
    Mono<List<Allocation>> of(Tx tx, UUID round, int number) {
        return tx.sql("select " + COLUMNS + " from allocation where round_id = :round and number = :number order by lot_id, line_id limit 20000")
                .bind("round", round).bind("number", number).map(this::allocation).all().collectList();
    }

    /** As many as a round has lines at most. */
    Mono<List<Allocation>> ofLot(Tx tx, UUID round, int number, UUID lot) {
        return tx.sql("select " + COLUMNS + " from allocation where round_id = :round and number = :number and lot_id = :lot order by line_id limit 20000")
                .bind("round", round).bind("number", number).bind("lot", lot).map(this::allocation).all().collectList();
    }

    Mono<Allocation> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from allocation where id = :id").bind("id", id).map(this::allocation).one();
    }

    Mono<Allocation> findToMove(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from allocation where id = :id for update").bind("id", id).map(this::allocation).one();
    }

    Mono<Boolean> move(Tx tx, Allocation after) {
        Optional<Allocation.Objection> said = after.objection();
        Optional<Boolean> silently = after.confirmedAt().map(_ -> after.bySilence());
        return tx.sql(MOVE)
                .bind("status", after.status().name())
                .bind("version", after.version())
                .bind("confirmed", at(after.confirmedAt()))
                .bind("silently", Bind.maybe(silently.orElse(null), Boolean.class))
                .bind("objection", Bind.maybe(said.map(Allocation.Objection::grounds).orElse(null), String.class))
                .bind("objected", at(said.map(Allocation.Objection::at)))
                .bind("answer", Bind.maybe(said.flatMap(Allocation.Objection::answer).orElse(null), String.class))
                .bind("upheld", Bind.maybe(said.flatMap(Allocation.Objection::upheld).orElse(null), Boolean.class))
                .bind("answered", at(said.flatMap(Allocation.Objection::answeredAt)))
                .bind("adjustments", Bind.maybe(after.adjustments().isEmpty() ? null : Json.of(json.writeValueAsBytes(after.adjustments())), Json.class))
                .bind("id", after.id())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static Parameter at(Optional<Instant> instant) {
        return Bind.maybe(instant.map(Bind::at).orElse(null), OffsetDateTime.class);
    }

    /** Those that ended with it. */
    Mono<List<Allocation>> revoke(Tx tx, UUID round, int number) {
        return tx.sql(REVOKE).bind("round", round).bind("number", number).map(this::allocation).all().collectList();
    }

    /** Confirms so many whose term has ended; those that it confirmed. */
    Mono<List<Allocation>> silence(Tx tx, Instant at, int limit) {
        return tx.sql(SILENCE).bind("at", Bind.at(at)).bind("limit", limit).map(this::allocation).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Allocation allocation(Readable row) {
        return new Allocation(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("number", Integer.class), row.get("association_id", UUID.class),
                row.get("enterprise_id", UUID.class), row.get("line_id", UUID.class), row.get("lot_id", UUID.class),
                Allocation.Status.valueOf(row.get("status", String.class)), row.get("version", Long.class), new Kilograms(row.get("mass_kg", Long.class)),
                new Fen(row.get("total_fen", Long.class)), json.readValue(row.get("statement", Json.class).asArray(), Statement.class),
                row.get("computed_at", Instant.class), row.get("silence_confirms_at", Instant.class), Optional.ofNullable(row.get("confirmed_at", Instant.class)),
                Boolean.TRUE.equals(row.get("by_silence", Boolean.class)), objection(row), adjustments(row));
    }

    private List<Adjustment> adjustments(Readable row) {
        Json all = row.get("adjustments", Json.class);
        return all == null ? List.of() : List.of(json.readValue(all.asArray(), Adjustment[].class));
    }

    @SuppressWarnings("NullAway") // objected_at stands beside the objection
    private static Optional<Allocation.Objection> objection(Readable row) {
        return Optional.ofNullable(row.get("objection", String.class)).map(grounds -> new Allocation.Objection(grounds, row.get("objected_at", Instant.class),
                Optional.ofNullable(row.get("answer", String.class)), Optional.ofNullable(row.get("upheld", Boolean.class)),
                Optional.ofNullable(row.get("answered_at", Instant.class))));
    }
}
