package org.jucai.platform.journal;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
class SqlJournal implements Journal {

    private static final String APPEND = """
            insert into event (stream, stream_id, version, round_id, type, body, readers, actor_id, party_id, entry, at)
            select e.stream, e.stream_id, e.version, e.round_id, e.type, e.body, e.readers, :actor, :party, :entry, :at
            from jsonb_to_recordset(:events) as e(stream text, stream_id uuid, version bigint, round_id uuid, type text,
                                                  body jsonb, readers uuid[])
            """;

    private static final String READ = """
            select tx::text::bigint as tx, seq, stream, stream_id, version, round_id, type, body::text as body, readers,
                   actor_id, party_id, entry, at
            from event
            where %s and (tx, seq) > (:tx::text::xid8, :seq)
            order by event.tx, event.seq
            limit :limit
            """;

    private final JsonMapper json;
    private final Feed feed;
    private final SecureRandom random;
    /** Known once the database was asked for its epoch; a restored database is served by a process started anew. */
    private volatile @Nullable Cursors cursors;

    SqlJournal(JsonMapper json, Feed feed, SecureRandom random) {
        this.json = json;
        this.feed = feed;
        this.random = random;
    }

    @Override
    public Mono<Void> append(Tx tx, Actor actor, Instant at, List<NewEvent> events) {
        if (events.isEmpty()) return Mono.empty();
        return tx.sql(APPEND)
                .bind("events", Json.of(json.writeValueAsBytes(events.stream().map(SqlJournal::row).toList())))
                .bind("actor", actor.personId())
                .bind("party", actor.partyId())
                .bind("entry", actor.entry().name())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new RefusedException(CommonRefusal.VERSION_CONFLICT))
                .then();
    }

    private static Map<String, Object> row(NewEvent event) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "stream", event.stream(),
                "stream_id", event.streamId(),
                "version", event.version(),
                "type", event.type(),
                "body", event.body(),
                "readers", event.readers()));
        if (event.roundId() != null) row.put("round_id", event.roundId());
        return row;
    }

    @Override
    public Mono<Page<RecordedEvent>> history(Tx tx, UUID streamId, @Nullable String cursor, int limit) {
        return page(tx, "stream_id = :id", streamId, cursor, limit);
    }

    @Override
    public Mono<Page<RecordedEvent>> historyOfRound(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return page(tx, "round_id = :id", roundId, cursor, limit);
    }

    private Mono<Page<RecordedEvent>> page(Tx tx, String where, UUID id, @Nullable String cursor, int limit) {
        return cursors(tx).flatMap(sealed -> page(tx, where, id, new Span(sealed, opened(sealed, cursor), limit)));
    }

    private Mono<Cursors> cursors(Tx tx) {
        Cursors known = cursors;
        return known != null ? Mono.just(known) : feed.epoch(tx).map(epoch -> {
            Cursors made = new Cursors(epoch, random);
            cursors = made;
            return made;
        });
    }

    private static Position opened(Cursors sealed, @Nullable String cursor) {
        if (cursor == null) return Position.START;
        return sealed.open(cursor).orElseThrow(() -> new RefusedException(CommonRefusal.BAD_REQUEST));
    }

    /** Where a page begins and how long it is. A bare position would tell how much happened elsewhere, so its end is sealed. */
    private record Span(Cursors cursors, Position after, int limit) {}

    private static Mono<Page<RecordedEvent>> page(Tx tx, String where, UUID id, Span span) {
        return tx.sql(READ.formatted(where))
                .bind("id", id)
                .bind("tx", span.after().tx())
                .bind("seq", span.after().seq())
                .bind("limit", span.limit() + 1)
                .map(SqlJournal::event)
                .all()
                .collectList()
                .map(rows -> Page.cut(rows, span.limit(), event -> span.cursors().seal(event.position())));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    static RecordedEvent event(Readable row) {
        return new RecordedEvent(
                new Position(row.get("tx", Long.class), row.get("seq", Long.class)),
                row.get("stream", String.class),
                row.get("stream_id", UUID.class),
                row.get("version", Long.class),
                row.get("round_id", UUID.class),
                row.get("type", String.class),
                row.get("body", String.class),
                Set.copyOf(List.of(row.get("readers", UUID[].class))),
                row.get("actor_id", UUID.class),
                row.get("party_id", UUID.class),
                row.get("entry", String.class),
                row.get("at", Instant.class));
    }
}
