package org.jucai.platform.rounds.imports;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.workbook.At;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Reason;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of rows. */
@Component
class SqlImportRows {

    /** Rows in one statement. */
    static final int CHUNK = 1_000;

    /** More rows than this never stand for the same enterprise, grade, place and window but by malice. */
    private static final int MOST_OF_A_KEY = 2_000;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String TYPED = """
            ordinal int, sheet text, row_number int, letters text, counted boolean, status text, decision text, line_key text,
            open_reasons text, enterprise text, grade text, target_kg bigint, body jsonb
            """;

    private static final String WRITE = """
            insert into demand_import_row (import_id, party_id, ordinal, sheet, row_number, letters, counted, status, decision,
                line_key, open_reasons, enterprise, grade, target_kg, body)
            select :id, :party, ordinal, sheet, row_number, letters, counted, status, decision, line_key, open_reasons, enterprise, grade, target_kg, body
            from jsonb_to_recordset(:rows) as g(%s)
            on conflict (import_id, ordinal) do update set status = excluded.status, decision = excluded.decision,
                line_key = excluded.line_key, open_reasons = excluded.open_reasons, enterprise = excluded.enterprise, grade = excluded.grade,
                target_kg = excluded.target_kg, body = excluded.body
            """.formatted(TYPED);

    private static final String SELECT = """
            select ordinal, counted, decision, body::text as body, outcome, line_id, refusal, refusal_facts::text as refusal_facts
            from demand_import_row where import_id = :id
            """;

    /** Accepted and not left out, or taken. */
    private static final String GOES_IN = "(status = 'ACCEPTED' and decision <> 'LEAVE' or status = 'NEEDS_CONFIRMATION' and decision = 'TAKE')";

    private static final String COUNTS = """
            select jsonb_build_object(
                'accepted', count(*) filter (where status = 'ACCEPTED'),
                'needsConfirmation', count(*) filter (where status = 'NEEDS_CONFIRMATION'),
                'rejected', count(*) filter (where status = 'REJECTED'),
                'notData', count(*) filter (where status = 'NOT_DATA'),
                'goesIn', count(*) filter (where %1$s),
                'enterprises', count(distinct enterprise) filter (where %1$s),
                'targetKg', coalesce(sum(target_kg) filter (where %1$s), 0),
                'byGrade', coalesce((select jsonb_agg(jsonb_build_object('grade', g.grade, 'lines', g.lines, 'targetKg', g.kg) order by g.grade)
                    from (select grade, count(*) as lines, sum(target_kg) as kg from demand_import_row
                          where import_id = :id and counted and %1$s group by grade limit 100) g), '[]'),
                'openReasons', coalesce((select jsonb_agg(jsonb_build_object('reasons', string_to_array(r.reasons, ','), 'rows', r.rows) order by r.rows desc, r.reasons)
                    from (select open_reasons as reasons, count(*) as rows from demand_import_row
                          where import_id = :id and counted and open_reasons is not null and decision = 'NONE'
                          group by 1 order by 2 desc, 1 limit 40) r), '[]'))::text
            from demand_import_row where import_id = :id and counted
            """.formatted(GOES_IN);

    private final JsonMapper json;

    SqlImportRows(JsonMapper json) {
        this.json = json;
    }

    /** Writes rows, over those that stand in their places. */
    Mono<Void> write(Tx tx, UUID importId, UUID partyId, List<ImportedRow> rows) {
        return Flux.fromIterable(rows).buffer(CHUNK).concatMap(chunk -> write(tx, importId, partyId, written(chunk))).then();
    }

    Mono<Void> write(Tx tx, UUID importId, UUID partyId, byte[] written) {
        return tx.sql(WRITE).bind("id", importId).bind("party", partyId).bind("rows", Json.of(written)).fetch().rowsUpdated().then();
    }

    /** Rows as they are written down; some work, so large imports have it done away from the event loops. */
    byte[] written(List<ImportedRow> rows) {
        return json.writeValueAsBytes(rows.stream().map(SqlImportRows::columns).toList());
    }

    private static Map<String, @Nullable Object> columns(ImportedRow one) {
        At at = one.row().at();
        DemandLine candidate = KeptRow.candidate(one.row());
        DemandLine line = one.row().line();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("ordinal", one.ordinal());
        row.put("sheet", at.sheet());
        row.put("row_number", at.row());
        row.put("letters", at.column() == null ? "" : at.column());
        row.put("counted", one.counted());
        row.put("status", one.row().status().name());
        row.put("decision", one.decision().name());
        row.put("line_key", candidate == null ? null : key(candidate));
        row.put("open_reasons", openReasons(one.row()));
        row.put("enterprise", line == null ? null : line.enterpriseId());
        row.put("grade", line == null ? null : line.grade());
        row.put("target_kg", line == null ? null : line.targetKg());
        row.put("body", KeptRow.of(one.row(), one.fixed()));
        return row;
    }

    /** All that a row with a suggestion asks for. */
    private static @Nullable String openReasons(RowPreview row) {
        boolean asks = row instanceof RowPreview.NeedsConfirmation open && open.line() != null;
        return asks ? together(row.reasons()) : null;
    }

    private static String together(Collection<Reason> reasons) {
        return reasons.stream().map(Reason::name).distinct().sorted().collect(Collectors.joining(","));
    }

    /** Takes or leaves every undecided row that has a suggestion and asks for these reasons, all of them and no other. */
    Mono<Void> decideAll(Tx tx, UUID importId, Collection<Reason> reasons, RowChoice choice) {
        return tx.sql("update demand_import_row set decision = :choice where import_id = :id and open_reasons = :reasons and decision = 'NONE' and counted")
                .bind("id", importId).bind("reasons", together(reasons)).bind("choice", choice.name()).fetch().rowsUpdated().then();
    }

    /** What two lines must not share, as text. */
    static String key(DemandLine line) {
        DemandLine.Key key = line.key();
        return String.join("\n", key.enterpriseId(), key.grade(), key.deliveryPlace(), key.deliveryFrom().toString(), key.deliveryTo().toString());
    }

    Mono<Page<ImportedRow>> page(Tx tx, UUID importId, Optional<RowPreview.Status> status, int after, int limit) {
        return tx.sql(SELECT + " and (:status::text is null or status = :status) and ordinal > :after order by ordinal limit :limit")
                .bind("id", importId)
                .bind("status", Bind.maybe(status.map(Enum::name).orElse(null), String.class))
                .bind("after", after).bind("limit", limit + 1)
                .map(this::read).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> String.valueOf(row.ordinal())));
    }

    /** The rows at a place; several where the row of a matrix holds several lines. */
    Mono<List<ImportedRow>> at(Tx tx, UUID importId, int row, @Nullable String sheet, @Nullable String letters) {
        return tx.sql(SELECT + """
                 and row_number = :row and (:sheet::text is null and counted or sheet = :sheet) and (:letters::text is null or letters = :letters)
                order by ordinal limit 200
                """)
                .bind("id", importId).bind("row", row)
                .bind("sheet", Bind.maybe(sheet, String.class)).bind("letters", Bind.maybe(letters, String.class))
                .map(this::read).all().collectList();
    }

    /** The rows that stand for one of these lines, in the order of the file. */
    Mono<List<ImportedRow>> ofKeys(Tx tx, UUID importId, Set<String> keys) {
        return tx.sql(SELECT + " and line_key = any(:keys) order by ordinal limit :most")
                .bind("id", importId).bind("keys", keys.toArray(String[]::new)).bind("most", MOST_OF_A_KEY)
                .map(this::read).all().collectList();
    }

    /** The next rows that confirming enters. */
    Mono<List<ImportedRow>> toEnter(Tx tx, UUID importId, int limit) {
        return tx.sql(SELECT + """
                 and outcome is null and counted and %s
                order by ordinal limit :limit
                """.formatted(GOES_IN))
                .bind("id", importId).bind("limit", limit).map(this::read).all().collectList();
    }

    Mono<ImportCounts> counts(Tx tx, UUID importId) {
        return tx.sql(COUNTS).bind("id", importId).mapValue(String.class).one().map(text -> json.readValue(text, ImportCounts.class));
    }

    /** Notes what came of rows. */
    Mono<Void> enter(Tx tx, UUID importId, List<Entered> entered) {
        if (entered.isEmpty()) return Mono.empty();
        return tx.sql("""
                update demand_import_row r set outcome = g.outcome, line_id = g.line_id, refusal = g.refusal, refusal_facts = g.facts
                from jsonb_to_recordset(:rows) as g(ordinal int, outcome text, line_id uuid, refusal text, facts jsonb)
                where r.import_id = :id and r.ordinal = g.ordinal
                """)
                .bind("id", importId)
                .bind("rows", Json.of(json.writeValueAsBytes(entered.stream().map(SqlImportRows::outcome).toList())))
                .fetch().rowsUpdated().then();
    }

    private static Map<String, @Nullable Object> outcome(Entered one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("ordinal", one.ordinal());
        row.put("outcome", one.outcome().name());
        row.put("line_id", one.lineId());
        row.put("refusal", one.refusal());
        row.put("facts", one.facts());
        return row;
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private ImportedRow read(Readable row) {
        KeptRow kept = json.readValue(row.get("body", String.class), KeptRow.class);
        return new ImportedRow(row.get("ordinal", Integer.class), kept.row(), row.get("counted", Boolean.class),
                RowChoice.valueOf(row.get("decision", String.class)), kept.fixed(),
                Optional.ofNullable(row.get("outcome", String.class)).map(ImportedRow.Outcome::valueOf),
                Optional.ofNullable(row.get("line_id", UUID.class)), Optional.ofNullable(row.get("refusal", String.class)),
                json.readValue(row.get("refusal_facts", String.class), FACTS));
    }
}
