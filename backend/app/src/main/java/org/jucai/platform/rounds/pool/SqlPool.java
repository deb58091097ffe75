package org.jucai.platform.rounds.pool;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.journal.BatchSql;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The running totals of the pool. */
@Component
class SqlPool {

    /** The reader of the feed that keeps them. */
    static final String READER = "pool";

    /** Summary and tail in one snapshot: always equal to the sum over the lines. */
    private static final String VIEW = """
            with tail as (
                select m ->> 'grade' as grade, m ->> 'zone' as zone, (m ->> 'windowFromOn')::date as window_from_on,
                       (m ->> 'windowToOn')::date as window_to_on, (m ->> 'lines')::bigint as lines,
                       (m ->> 'minimumKg')::bigint as minimum_kg, (m ->> 'targetKg')::bigint as target_kg,
                       (m ->> 'maximumKg')::bigint as maximum_kg
                from (%s) e cross join lateral jsonb_array_elements(e.body -> 'moves') m
            )
            select grade, zone, window_from_on, window_to_on, sum(lines)::bigint as lines, sum(minimum_kg)::bigint as minimum_kg,
                   sum(target_kg)::bigint as target_kg, sum(maximum_kg)::bigint as maximum_kg
            from (select grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg
                  from pool_cell where round_id = :round
                  union all
                  select * from tail) both_parts
            group by grade, zone, window_from_on, window_to_on
            having sum(lines) <> 0
            order by grade, zone, window_from_on
            limit 5000
            """.formatted(BatchSql.tail(READER, "demand-line"));

    private static final String ADD = """
            insert into pool_cell (round_id, grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg)
            select round_id, grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg
            from jsonb_to_recordset(:moves) as m(round_id uuid, grade text, zone text, window_from_on date, window_to_on date,
                lines bigint, minimum_kg bigint, target_kg bigint, maximum_kg bigint)
            on conflict (round_id, grade, zone, window_from_on) do update set
                lines = pool_cell.lines + excluded.lines,
                minimum_kg = pool_cell.minimum_kg + excluded.minimum_kg,
                target_kg = pool_cell.target_kg + excluded.target_kg,
                maximum_kg = pool_cell.maximum_kg + excluded.maximum_kg
            """;

    private final JsonMapper json;

    SqlPool(JsonMapper json) {
        this.json = json;
    }

    Mono<List<ExactCell>> view(Tx tx, UUID roundId) {
        return tx.sql(VIEW).bind("round", roundId).map(SqlPool::cell).all().collectList();
    }

    /** Adds moves; {@code moves} has one entry per cell, with the columns of the table. */
    Mono<Void> add(Tx tx, List<PoolFold.CellMove> moves) {
        if (moves.isEmpty()) return Mono.empty();
        return tx.sql(ADD).bind("moves", Json.of(json.writeValueAsBytes(moves))).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static ExactCell cell(Readable row) {
        return new ExactCell(
                row.get("grade", String.class),
                row.get("zone", String.class),
                row.get("window_from_on", LocalDate.class),
                row.get("window_to_on", LocalDate.class),
                row.get("lines", Long.class),
                row.get("minimum_kg", Long.class),
                row.get("target_kg", Long.class),
                row.get("maximum_kg", Long.class));
    }
}
