package org.jucai.platform.journal;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class SqlFeed implements Feed {

    /** Ordered by the column itself: {@code tx} alone would be the number it is shown as, for which there is no index. */
    private static final String AFTER = """
            select tx::text::bigint as tx, seq, stream, stream_id, version, round_id, type, body::text as body, readers,
                   actor_id, party_id, entry, at
            from event
            where (tx, seq) > (:tx::text::xid8, :seq) and tx < pg_snapshot_xmin(pg_current_snapshot())
            order by event.tx, event.seq
            limit :limit
            """;

    /** The last looked at stands beside each that was found, or alone. */
    private static final String GLEAN = """
            with looked as materialized (
                select tx, seq, type from event
                where (tx, seq) > (:tx::text::xid8, :seq) and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by tx, seq limit :limit
            ), reached as (
                select tx, seq, count(*) over () as seen from looked order by tx desc, seq desc limit 1
            )
            select r.tx::text::bigint as reached_tx, r.seq as reached_seq, r.seen, e.tx::text::bigint as tx, e.seq, e.stream,
                   e.stream_id, e.version, e.round_id, e.type, e.body::text as body, e.readers, e.actor_id, e.party_id, e.entry, e.at
            from reached r left join (looked l join event e on e.tx = l.tx and e.seq = l.seq) on l.type = any(:types)
            order by e.tx, e.seq
            """;

    /** A restored database has another epoch: its transaction ids begin anew, so the reader starts over. */
    private static final String STAND = """
            insert into feed_cursor (reader, epoch, tx, seq)
            select :reader, value, '0'::xid8, 0 from installation where key = 'epoch'
            on conflict (reader) do update set
                tx = case when feed_cursor.epoch = excluded.epoch then feed_cursor.tx else excluded.tx end,
                seq = case when feed_cursor.epoch = excluded.epoch then feed_cursor.seq else excluded.seq end,
                epoch = excluded.epoch
            returning tx::text::bigint as tx, seq
            """;

    private static final String MOVE = "update feed_cursor set tx = :tx::text::xid8, seq = :seq where reader = :reader";

    private static final String END = """
            select tx::text::bigint as tx, seq from event
            where tx < pg_snapshot_xmin(pg_current_snapshot()) order by event.tx desc, event.seq desc limit 1
            """;

    @Override
    public Mono<List<RecordedEvent>> after(Tx tx, Position position, int limit) {
        return tx.sql(AFTER)
                .bind("tx", position.tx())
                .bind("seq", position.seq())
                .bind("limit", limit)
                .map(SqlJournal::event)
                .all()
                .collectList();
    }

    @Override
    public Mono<Gleaned> glean(Tx tx, Position position, Set<String> types, int limit) {
        return tx.sql(GLEAN)
                .bind("tx", position.tx())
                .bind("seq", position.seq())
                .bind("limit", limit)
                .bind("types", types.toArray(String[]::new))
                .map(SqlFeed::found)
                .all()
                .collectList()
                .map(found -> found.isEmpty() ? new Gleaned(List.of(), position, 0) : gleaned(found));
    }

    private record Found(Position reached, long seen, Optional<RecordedEvent> event) {}

    private static Gleaned gleaned(List<Found> found) {
        List<RecordedEvent> events = found.stream().flatMap(one -> one.event().stream()).toList();
        return new Gleaned(events, found.getFirst().reached(), found.getFirst().seen());
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Found found(Readable row) {
        Optional<RecordedEvent> event = row.get("seq") == null ? Optional.empty() : Optional.of(SqlJournal.event(row));
        return new Found(new Position(row.get("reached_tx", Long.class), row.get("reached_seq", Long.class)), row.get("seen", Long.class), event);
    }

    @Override
    public Mono<Position> stand(Tx tx, String reader) {
        return tx.sql(STAND).bind("reader", reader).map(SqlFeed::position).one();
    }

    @Override
    public Mono<Void> move(Tx tx, String reader, Position position) {
        return tx.sql(MOVE)
                .bind("tx", position.tx())
                .bind("seq", position.seq())
                .bind("reader", reader)
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<String> epoch(Tx tx) {
        return tx.sql("select value from installation where key = 'epoch'").mapValue(String.class).one();
    }

    @Override
    public Mono<Position> end(Tx tx) {
        return tx.sql(END).map(SqlFeed::position).one().defaultIfEmpty(Position.START);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Position position(Readable row) {
        return new Position(row.get("tx", Long.class), row.get("seq", Long.class));
    }
}
