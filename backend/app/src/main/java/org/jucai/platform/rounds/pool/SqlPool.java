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

    /** A place of a line on each level: its cell, its zone, its grade, the whole. */
    private static final String PLACES = """
            cross join lateral (values (%1$s.grade, %1$s.zone, %1$s.window_from_on), (%1$s.grade, %1$s.zone, date '0001-01-01'),
                                       (%1$s.grade, '', date '0001-01-01'), ('', '', date '0001-01-01')) as at(grade, zone, window_from_on)
            """;

    /** Summary and tail in one snapshot: always equal to the sum over the lines. The whole first, then each grade with its parts. */
    static final String VIEW = """
            with tail as materialized (
                select m ->> 'grade' as grade, m ->> 'zone' as zone, (m ->> 'windowFromOn')::date as window_from_on,
                       (m ->> 'windowToOn')::date as window_to_on, (m ->> 'lines')::bigint as lines,
                       (m ->> 'minimumKg')::bigint as minimum_kg, (m ->> 'targetKg')::bigint as target_kg,
                       (m ->> 'maximumKg')::bigint as maximum_kg, (e.body -> 'line' ->> 'enterpriseId')::uuid as enterprise_id
                from (%1$s) e cross join lateral jsonb_array_elements(e.body -> 'moves') m
            ), sums as (
                select grade, zone, window_from_on, window_to_on, sum(lines)::bigint as lines, sum(minimum_kg)::bigint as minimum_kg,
                       sum(target_kg)::bigint as target_kg, sum(maximum_kg)::bigint as maximum_kg
                from (select grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg
                      from pool_cell where round_id = :round
                      union all
                      select grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg from tail) both_parts
                group by grouping sets ((grade, zone, window_from_on, window_to_on), (grade, zone), (grade), ())
                having sum(lines) <> 0
            ), touched as (
                select at.grade, at.zone, at.window_from_on, tail.enterprise_id, sum(tail.lines) as lines
                from tail %2$s
                group by 1, 2, 3, 4 having sum(tail.lines) <> 0
            ), heads as (
                select grade, zone, window_from_on, sum(members)::bigint as members
                from (select grade, zone, window_from_on, members from pool_head where round_id = :round
                      union all
                      select t.grade, t.zone, t.window_from_on,
                             (coalesce(m.lines, 0) + t.lines > 0)::int - (coalesce(m.lines, 0) > 0)::int
                      from touched t left join pool_member m on m.round_id = :round and m.grade = t.grade and m.zone = t.zone
                           and m.window_from_on = t.window_from_on and m.enterprise_id = t.enterprise_id) both_parts
                group by 1, 2, 3
            )
            select s.grade, s.zone, s.window_from_on, s.window_to_on, s.lines, h.members, s.minimum_kg, s.target_kg, s.maximum_kg
            from sums s join heads h on h.grade = coalesce(s.grade, '') and h.zone = coalesce(s.zone, '')
                 and h.window_from_on = coalesce(s.window_from_on, date '0001-01-01')
            order by s.grade nulls first, s.zone nulls first, s.window_from_on nulls first
            limit 5000
            """.formatted(BatchSql.tail(READER, "demand-line"), PLACES.formatted("tail"));

    /** Brings the next events into the totals where they are; answers how far it came. */
    private static final String FOLD = """
            with batch as materialized (
                %1$s
            ), moves as materialized (
                select batch.round_id, m.grade, m.zone, m."windowFromOn" as window_from_on, m."windowToOn" as window_to_on, m.lines,
                       m."minimumKg" as minimum_kg, m."targetKg" as target_kg, m."maximumKg" as maximum_kg,
                       (batch.body -> 'line' ->> 'enterpriseId')::uuid as enterprise_id
                from batch cross join lateral jsonb_to_recordset(batch.body -> 'moves') as m(grade text, zone text, "windowFromOn" date,
                    "windowToOn" date, lines bigint, "minimumKg" bigint, "targetKg" bigint, "maximumKg" bigint)
                where batch.stream = 'demand-line'
            ), added as (
                insert into pool_cell (round_id, grade, zone, window_from_on, window_to_on, lines, minimum_kg, target_kg, maximum_kg)
                select round_id, grade, zone, window_from_on, max(window_to_on), sum(lines), sum(minimum_kg), sum(target_kg), sum(maximum_kg)
                from moves group by round_id, grade, zone, window_from_on
                on conflict (round_id, grade, zone, window_from_on) do update set
                    lines = pool_cell.lines + excluded.lines,
                    minimum_kg = pool_cell.minimum_kg + excluded.minimum_kg,
                    target_kg = pool_cell.target_kg + excluded.target_kg,
                    maximum_kg = pool_cell.maximum_kg + excluded.maximum_kg
            ), counted as (
                insert into pool_member (round_id, grade, zone, window_from_on, enterprise_id, lines)
                select moves.round_id, at.grade, at.zone, at.window_from_on, moves.enterprise_id, sum(moves.lines)
                from moves %2$s
                group by 1, 2, 3, 4, 5 having sum(moves.lines) <> 0
                on conflict (round_id, grade, zone, window_from_on, enterprise_id) do update set lines = pool_member.lines + excluded.lines
                returning new.round_id, new.grade, new.zone, new.window_from_on, coalesce(old.lines, 0) as before, new.lines as after
            ), headed as (
                insert into pool_head (round_id, grade, zone, window_from_on, members)
                select round_id, grade, zone, window_from_on, sum((after > 0)::int - (before > 0)::int)
                from counted group by 1, 2, 3, 4 having sum((after > 0)::int - (before > 0)::int) <> 0
                on conflict (round_id, grade, zone, window_from_on) do update set members = pool_head.members + excluded.members
            )
            select count(*) over () as events, tx::text::bigint as tx, seq from batch order by batch.tx desc, batch.seq desc limit 1
            """.formatted(BatchSql.next(), PLACES.formatted("moves"));

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

    @SuppressWarnings("NullAway") // sums are never absent
    private static ExactCell cell(Readable row) {
        return new ExactCell(
                row.get("grade", String.class),
                row.get("zone", String.class),
                row.get("window_from_on", LocalDate.class),
                row.get("window_to_on", LocalDate.class),
                row.get("lines", Long.class),
                row.get("members", Long.class),
                row.get("minimum_kg", Long.class),
                row.get("target_kg", Long.class),
                row.get("maximum_kg", Long.class));
    }
}
