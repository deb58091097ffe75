package org.jucai.platform.rounds.lots;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.pooling.PoolLine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lots, the places of lines in them, and the report of the pooling. */
@Component
class SqlLots {

    private static final int CHUNK = 2_000;
    private static final TypeReference<List<PoolLine>> LINES = new TypeReference<>() {};

    private static final String COLUMNS = """
            id, round_id, association_id, code, status, version, grade, size, packing, zone, from_on, to_on, line_count, member_count,
            minimum_kg, target_kg, maximum_kg, viable_kg, members, trucks, digest""";

    private static final String ADD = "insert into lot (" + COLUMNS + ") select " + COLUMNS + """
             from jsonb_to_recordset(:rows) as g(id uuid, round_id uuid, association_id uuid, code text, status text, version bigint,
                grade text, size text, packing text, zone text, from_on date, to_on date, line_count int, member_count int,
                minimum_kg bigint, target_kg bigint, maximum_kg bigint, viable_kg bigint, members uuid[], trucks jsonb, digest text)
            """;

    private static final String PLACE = """
            insert into lot_line (lot_id, round_id, line_id, association_id, enterprise_id, ordinal, reason, short_kg, rank)
            select "lotId", "roundId", "lineId", "associationId", "enterpriseId", ordinal, reason, "shortKg", rank
            from jsonb_to_recordset(:rows) as g("lotId" uuid, "roundId" uuid, "lineId" uuid, "associationId" uuid, "enterpriseId" uuid,
                ordinal int, reason text, "shortKg" bigint, rank int)
            """;

    private static final String LIST = "select " + COLUMNS + """
             from lot where round_id = :round and (:after::text = '' or code > :after) order by code limit :limit
            """;

    private static final String MOVE = "update lot set status = :status, version = :version, digest = :digest, tendered = tendered or :status = 'TENDERED' where id = :id and version = :version - 1";

    private static final String REPORT = """
            insert into pooling_report (round_id, association_id, report, lines) values (:round, :association, :report, :lines)
            on conflict (round_id) do update set report = excluded.report, lines = excluded.lines
            """;

    private final JsonMapper json;

    SqlLots(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> replace(Tx tx, UUID roundId, List<PooledLot> lots, List<LotPlace> places) {
        return tx.sql("delete from lot_line where round_id = :round").bind("round", roundId).fetch().rowsUpdated()
                .then(tx.sql("delete from lot where round_id = :round and status = 'FORMING'").bind("round", roundId).fetch().rowsUpdated())
                .then(tx.sql(ADD).bind("rows", Json.of(json.writeValueAsBytes(lots.stream().map(SqlLots::row).toList()))).fetch().rowsUpdated())
                .thenMany(Flux.fromIterable(places).buffer(CHUNK))
                .concatMap(chunk -> tx.sql(PLACE).bind("rows", Json.of(json.writeValueAsBytes(chunk))).fetch().rowsUpdated())
                .then();
    }

    Mono<Boolean> move(Tx tx, PooledLot after) {
        return tx.sql(MOVE)
                .bind("status", after.status().name())
                .bind("version", after.version())
                .bind("digest", Bind.maybe(after.digest().orElse(null), String.class))
                .bind("id", after.id())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Page<PooledLot>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", roundId).bind("after", cursor == null ? "" : cursor).bind("limit", limit + 1)
                .map(this::lot).all().collectList()
                .map(rows -> Page.cut(rows, limit, PooledLot::code));
    }

    Mono<PooledLot> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from lot where id = :id").bind("id", id).map(this::lot).one();
    }

    Mono<List<LotPlace>> places(Tx tx, UUID roundId) {
        return tx.sql("select * from lot_line where round_id = :round order by lot_id, ordinal").bind("round", roundId).map(SqlLots::place).all().collectList();
    }

    Mono<List<LotPlace>> placesIn(Tx tx, UUID lotId) {
        return tx.sql("select * from lot_line where lot_id = :lot order by ordinal").bind("lot", lotId).map(SqlLots::place).all().collectList();
    }

    Mono<Void> keep(Tx tx, UUID associationId, PoolingReport report, List<PoolLine> lines) {
        return tx.sql(REPORT).bind("round", report.roundId()).bind("association", associationId)
                .bind("report", Json.of(json.writeValueAsBytes(report))).bind("lines", Json.of(json.writeValueAsBytes(lines)))
                .fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<PoolingReport> report(Tx tx, UUID roundId) {
        return tx.sql("select report from pooling_report where round_id = :round").bind("round", roundId)
                .map(row -> json.readValue(row.get("report", Json.class).asArray(), PoolingReport.class)).one();
    }

    /** The lines as they were when the round was pooled last; empty where it never was. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<PoolLine>> pooledBefore(Tx tx, UUID roundId) {
        return tx.sql("select lines from pooling_report where round_id = :round").bind("round", roundId)
                .map(row -> json.readValue(row.get("lines", Json.class).asArray(), LINES)).one().defaultIfEmpty(List.of());
    }

    private static Map<String, @Nullable Object> row(PooledLot lot) {
        Map<String, @Nullable Object> row = new HashMap<>(32);
        row.put("id", lot.id());
        row.put("round_id", lot.roundId());
        row.put("association_id", lot.associationId());
        row.put("code", lot.code());
        row.put("status", lot.status());
        row.put("version", lot.version());
        row.put("grade", lot.grade());
        row.put("size", lot.size());
        row.put("packing", lot.packing());
        row.put("zone", lot.zone());
        row.put("from_on", lot.window().fromOn());
        row.put("to_on", lot.window().toOn());
        row.put("line_count", lot.lineCount());
        row.put("member_count", lot.members().size());
        row.put("minimum_kg", lot.minimum().kg());
        row.put("target_kg", lot.target().kg());
        row.put("maximum_kg", lot.maximum().kg());
        row.put("viable_kg", lot.viable().kg());
        row.put("members", lot.members());
        row.put("trucks", lot.loads());
        row.put("digest", lot.digest().orElse(null));
        return row;
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private PooledLot lot(Readable row) {
        return new PooledLot(
                row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("association_id", UUID.class),
                row.get("code", String.class), LotStatus.valueOf(row.get("status", String.class)), row.get("version", Long.class),
                row.get("grade", String.class), row.get("size", String.class), row.get("packing", String.class), row.get("zone", String.class),
                new DateWindow(row.get("from_on", LocalDate.class), row.get("to_on", LocalDate.class)),
                row.get("line_count", Integer.class), Set.of(row.get("members", UUID[].class)),
                new Kilograms(row.get("minimum_kg", Long.class)), new Kilograms(row.get("target_kg", Long.class)),
                new Kilograms(row.get("maximum_kg", Long.class)), new Kilograms(row.get("viable_kg", Long.class)),
                json.readValue(row.get("trucks", Json.class).asArray(), PooledLot.Loads.class),
                Optional.ofNullable(row.get("digest", String.class)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static LotPlace place(Readable row) {
        return new LotPlace(row.get("lot_id", UUID.class), row.get("round_id", UUID.class), row.get("line_id", UUID.class),
                row.get("association_id", UUID.class), row.get("enterprise_id", UUID.class), row.get("ordinal", Integer.class),
                row.get("reason", String.class), row.get("short_kg", Long.class), row.get("rank", Integer.class));
    }
}
