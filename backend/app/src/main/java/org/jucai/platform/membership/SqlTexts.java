package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.KeptForAWhile;
import org.jucai.platform.kernel.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The outbox of text messages. */
@Component
class SqlTexts implements KeptForAWhile {

    private static final String ADD = """
            insert into text_message_outbox (id, phone, purpose, body, queued_at) values (:id, :phone, :purpose, :body, :at)
            """;

    private static final String LATEST = """
            select id, phone, purpose, body, queued_at, sent_at from text_message_outbox order by id desc limit :limit
            """;

    /** Locked until the transaction ends, so that two processes do not send the same one. */
    private static final String NEXT = """
            select id, phone, purpose, body, queued_at, sent_at from text_message_outbox where sent_at is null
            order by id limit 1 for update skip locked
            """;

    private static final String SENT = "update text_message_outbox set sent_at = :at, body = '' where id = :id";

    private static final String OUTDATED = """
            delete from text_message_outbox where id in
                (select id from text_message_outbox where sent_at < :end order by sent_at limit :limit for update skip locked)
            """;

    private final Duration keptFor;

    SqlTexts(@Value("${jucai.retention.sent-texts:90d}") Duration keptFor) {
        this.keptFor = keptFor;
    }

    Mono<Void> add(Tx tx, Texts.Waiting text) {
        return tx.sql(ADD).bind("id", text.id()).bind("phone", text.phone()).bind("purpose", text.purpose())
                .bind("body", text.body()).bind("at", Bound.at(text.queuedAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<List<Texts.Waiting>> latest(Tx tx, int limit) {
        return tx.sql(LATEST).bind("limit", limit).map(SqlTexts::waiting).all().collectList();
    }

    Mono<Texts.Waiting> next(Tx tx) {
        return tx.sql(NEXT).map(SqlTexts::waiting).one();
    }

    Mono<Void> sent(Tx tx, UUID id, Instant at) {
        return tx.sql(SENT).bind("id", id).bind("at", Bound.at(at)).fetch().rowsUpdated().then();
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
