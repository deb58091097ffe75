package org.jucai.platform.catalogue;

import static org.jucai.platform.kernel.CommonRefusal.VERSION_CONFLICT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The price index in the database. */
@Component
class SqlPrices {

    private static final String ENTER =
            "insert into price_index_entry select (jsonb_populate_record(null::price_index_entry, :row)).*";

    private static final String SUPERSEDE = """
            update price_index_entry p
            set superseded_at = r.entered_at
            from jsonb_populate_record(null::price_index_entry, :row) r
            where p.entry_id = r.entry_id and p.version = r.version - 1 and p.superseded_at is null
            """;

    private static final String VERSIONS = """
            select row_to_json(p)::text as row from price_index_entry p
            where entry_id = :entry
            order by version desc
            limit :limit
            """;

    private static final String PAGE = """
            select row_to_json(p)::text as row from price_index_entry p
            where superseded_at is null and (:grade = '' or grade_code = :grade) and (observed_on, entry_id) < (:on, :entry)
            order by observed_on desc, entry_id desc
            limit :limit
            """;

    private static final String SERIES = """
            select row_to_json(p)::text as row from price_index_entry p
            where superseded_at is null and grade_code = any(:grades) and observed_on between :from and :to
            order by observed_on desc, entry_id desc
            limit :limit
            """;

    /** In any version: what was corrected is not laid again. */
    private static final String WAS_ENTERED = """
            select exists (select from price_index_entry p, jsonb_populate_record(null::price_index_entry, :row) r
                           where p.grade_code = r.grade_code and p.place = r.place and p.basis = r.basis
                             and p.observed_on = r.observed_on and p.source = r.source) as found
            """;

    private final SqlRows rows;
    private final tools.jackson.databind.json.JsonMapper json;

    SqlPrices(SqlRows rows, tools.jackson.databind.json.JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    Mono<Void> enter(Tx tx, PriceEntry entry, Instant at) {
        return rows.write(tx, ENTER, PriceRow.of(entry, at), CatalogueRefusal.PRICE_ALREADY_ENTERED, VERSION_CONFLICT);
    }

    /** Ends the version before and writes this one. */
    Mono<Void> correct(Tx tx, PriceEntry entry, Instant at) {
        return rows.write(tx, SUPERSEDE, PriceRow.of(entry, at), VERSION_CONFLICT, VERSION_CONFLICT).then(enter(tx, entry, at));
    }

    Mono<Boolean> wasEntered(Tx tx, ObservedPrice price) {
        PriceRow row = PriceRow.of(new PriceEntry(new UUID(0, 0), 1, price), Instant.EPOCH);
        return tx.sql(WAS_ENTERED)
                .bind("row", io.r2dbc.postgresql.codec.Json.of(json.writeValueAsBytes(row)))
                .mapValue(Boolean.class)
                .one();
    }

    /** The versions of an entry, newest first. */
    Flux<PriceEntry> versions(Tx tx, UUID entry, int limit) {
        return rows.read(tx.sql(VERSIONS).bind("entry", entry).bind("limit", limit), PriceRow.class).map(PriceRow::read);
    }

    /** Entries in force, newest first, that come after the one named. */
    Flux<PriceEntry> page(Tx tx, @Nullable GradeCode grade, LocalDate on, UUID entry, int limit) {
        return rows.read(tx.sql(PAGE)
                .bind("grade", grade == null ? "" : grade.code())
                .bind("on", on)
                .bind("entry", entry)
                .bind("limit", limit), PriceRow.class).map(PriceRow::read);
    }

    /** Entries in force of some grades within a span of days, newest first. */
    Flux<PriceEntry> series(Tx tx, List<GradeCode> grades, LocalDate from, LocalDate to, int limit) {
        return rows.read(tx.sql(SERIES)
                .bind("grades", grades.stream().map(GradeCode::code).toArray(String[]::new))
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit), PriceRow.class).map(PriceRow::read);
    }
}
