package org.jucai.platform.rounds.pool;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.journal.BatchSql;
import org.jucai.platform.journal.Position;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The running totals of the pool. */
@Component
class SqlPool {

    /** The reader of the feed that keeps them. */
    static final String READER = "pool";

    /** Summary and tail in one snapshot: always equal to the sum over the lines. */
    static final String VIEW = """
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

    /** Brings the next events into the totals where they are; answers how far it came. */
    private static final String FOLD = """
            with batch as materialized (
                %s
            ), moves as (
                select batch.round_id, m.*
                from batch cross join lateral jsonb_to_recordset(batch.body -> 'moves') as m(grade text, zone text, "windowFromOn" date,
                    "windowToOn" date, lines bigint, "minimumKg" bigint, "targetKg" bigint, "maximumKg" bigint)
                where batch.stream = 'demand-line'
            ), added as (
                insert into pool_cell (round_id, grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg)
                select round_id, grade, zone, "windowFromOn", max("windowToOn"), sum(lines), sum("minimumKg"), sum("targetKg"), sum("maximumKg")
                from moves group by round_id, grade, zone, "windowFromOn"
                on conflict (round_id, grade, zone, window_from_on) do update set
                    lines = pool_cell.lines + excluded.lines,
                    minimum_kg = pool_cell.minimum_kg + excluded.minimum_kg,
                    target_kg = pool_cell.target_kg + excluded.target_kg,
                    maximum_kg = pool_cell.maximum_kg + excluded.maximum_kg
            )
            select count(*) over () as events, tx::text::bigint as tx, seq from batch order by batch.tx desc, batch.seq desc limit 1
            """.formatted(BatchSql.next());

    /** How many events were brought, and the position of the last. */
    record Brought(long events, Position last) {}

    Mono<List<ExactCell>> view(Tx tx, UUID roundId) {
        return tx.sql(VIEW).bind("round", roundId).map(SqlPool::cell).all().collectList();
    }

    /** Brings up to {@code limit} events after {@code stand} into the totals; empty where there are none. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Brought> fold(Tx tx, Position stand, int limit) {
        return tx.sql(FOLD).bind("tx", stand.tx()).bind("seq", stand.seq()).bind("limit", limit)
                .map(row -> new Brought(row.get("events", Long.class), new Position(row.get("tx", Long.class), row.get("seq", Long.class))))
                .one();
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
