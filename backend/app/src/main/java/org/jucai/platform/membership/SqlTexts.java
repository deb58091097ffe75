package org.jucai.platform.membership;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.KeptForAWhile;
import org.jucai.platform.kernel.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Texts on their way into the outbox, and what the outbox page of the demo shows. */
@Component
class SqlTexts implements KeptForAWhile {

    private static final String ADD = """
            insert into text_message_outbox (id, phone, purpose, body, facts, queued_at, good_until, next_attempt_at)
            values (:id, :phone, :purpose, :body, :facts, :at, :until, :at)
            """;

    private static final String LATEST = """
            select id, phone, purpose, body, queued_at, sent_at from text_message_outbox
            where cast(:before as uuid) is null or id < cast(:before as uuid) order by id desc limit :limit
            """;

    /** What was sent, given up or no longer good; one that waits stays. */
    private static final String OUTDATED = """
            delete from text_message_outbox where id in
                (select id from text_message_outbox
                 where sent_at < :end or given_up_at < :end or (sent_at is null and body = '' and good_until < :end)
                 order by id limit :limit for update skip locked)
            """;

    private final JsonMapper json;
    private final Duration keptFor;

    SqlTexts(JsonMapper json, @Value("${jucai.retention.sent-texts:90d}") Duration keptFor) {
        this.json = json;
        this.keptFor = keptFor;
    }

    Mono<Void> add(Tx tx, Texts.Waiting text, Map<String, String> facts, Instant goodUntil) {
        return tx.sql(ADD).bind("id", text.id()).bind("phone", text.phone()).bind("purpose", text.purpose())
                .bind("body", text.body()).bind("facts", Json.of(json.writeValueAsBytes(facts)))
                .bind("at", Bound.at(text.queuedAt())).bind("until", Bound.at(goodUntil))
                .fetch().rowsUpdated().then();
    }

    Mono<List<Texts.Waiting>> latest(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(LATEST).bind("before", Bound.maybe(before, UUID.class)).bind("limit", limit)
                .map(SqlTexts::waiting).all().collectList();
    }

    @Override
    public Duration keptFor() {
        return keptFor;
    }

    @Override
    public Mono<Long> delete(Tx tx, Instant end, int limit) {
        return tx.sql(OUTDATED).bind("end", Bound.at(end)).bind("limit", limit).fetch().rowsUpdated();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Texts.Waiting waiting(Readable row) {
        return new Texts.Waiting(row.get("id", UUID.class), row.get("phone", String.class), row.get("purpose", String.class),
                row.get("body", String.class), row.get("queued_at", Instant.class), row.get("sent_at", Instant.class));
    }
}
