package org.jucai.platform.membership.texting;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.spi.SmsGate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as the sender sees it: what is due, what was sent, what is over. */
@Component
class SqlSending {

    /** Takes due texts for a while: whoever else looks skips them, and gets them when the while is over and nothing was noted. */
    private static final String TAKE = """
            with due as (
                select id from text_message_outbox
                where sent_at is null and given_up_at is null and body <> '' and next_attempt_at <= :now and good_until > :now
                order by next_attempt_at, id limit :limit for update skip locked)
            update text_message_outbox t set attempts = t.attempts + 1, next_attempt_at = :until
            from due where t.id = due.id
            returning t.id, t.phone, t.purpose, t.body, t.facts::text as facts, t.attempts
            """;

    private static final String SENT = """
            update text_message_outbox set sent_at = :at, given_up_at = null, last_error = null, body = '', facts = '{}' where id = :id
            """;

    /** Only the latest attempt speaks for the text. */
    private static final String AGAIN = """
            update text_message_outbox set next_attempt_at = :at, last_error = :error
            where id = :id and attempts = :attempts and sent_at is null
            """;

    private static final String GIVEN_UP = """
            update text_message_outbox set given_up_at = :at, last_error = :error, body = '', facts = '{}'
            where id = :id and attempts = :attempts and sent_at is null
            """;

    private static final String FORGET = """
            update text_message_outbox set body = '', facts = '{}'
            where id in (select id from text_message_outbox where body <> '' and good_until <= :now
                         order by good_until limit :limit for update skip locked)
            """;

    private static final String LIST = """
            select id, phone, purpose, attempts, queued_at, good_until, next_attempt_at, sent_at, given_up_at, last_error
            from text_message_outbox
            where (cast(:before as uuid) is null or id < cast(:before as uuid))
              and (:state = '' or :state = case when sent_at is not null then 'SENT' when given_up_at is not null then 'GIVEN_UP'
                                               when good_until <= :now then 'EXPIRED' else 'WAITING' end)
            order by id desc limit :limit
            """;

    private final JsonMapper json;

    SqlSending(JsonMapper json) {
        this.json = json;
    }

    /** A text taken to be sent; {@code attempt} counts from one. */
    record Taken(SmsGate.Outgoing message, int attempt) {}

    /** A row without its words. */
    record Kept(UUID id, String phone, String purpose, int attempts, Instant queuedAt, Instant goodUntil, Instant nextAttemptAt,
            @Nullable Instant sentAt, @Nullable Instant givenUpAt, @Nullable String lastError) {}

    Mono<List<Taken>> take(Tx tx, Instant now, Instant until, int limit) {
        return tx.sql(TAKE).bind("now", at(now)).bind("until", at(until)).bind("limit", limit).map(this::taken).all().collectList();
    }

    Mono<Void> sent(Tx tx, UUID id, Instant now) {
        return tx.sql(SENT).bind("id", id).bind("at", at(now)).fetch().rowsUpdated().then();
    }

    Mono<Void> again(Tx tx, Taken text, Instant next, String error) {
        return failed(tx, AGAIN, text, next, error);
    }

    Mono<Void> givenUp(Tx tx, Taken text, Instant now, String error) {
        return failed(tx, GIVEN_UP, text, now, error);
    }

    private static Mono<Void> failed(Tx tx, String statement, Taken text, Instant at, String error) {
        return tx.sql(statement).bind("id", text.message().id()).bind("attempts", text.attempt())
                .bind("at", at(at)).bind("error", error).fetch().rowsUpdated().then();
    }

    /** Removes the words of texts that are no longer good; tells of how many. */
    Mono<Long> forget(Tx tx, Instant now, int limit) {
        return tx.sql(FORGET).bind("now", at(now)).bind("limit", limit).fetch().rowsUpdated();
    }

    Mono<List<Kept>> list(Tx tx, TextBoard.Question asked, Instant now) {
        return tx.sql(LIST)
                .bind("before", asked.before() == null ? Parameters.in(UUID.class) : asked.before())
                .bind("state", asked.state() == null ? "" : asked.state().name())
                .bind("now", at(now)).bind("limit", asked.limit() + 1)
                .map(SqlSending::kept).all().collectList();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Taken taken(Readable row) {
        Map<String, String> facts = json.readValue(row.get("facts", String.class), new TypeReference<Map<String, String>>() {});
        return new Taken(new SmsGate.Outgoing(row.get("id", UUID.class), row.get("phone", String.class),
                row.get("purpose", String.class), facts, row.get("body", String.class)), row.get("attempts", Integer.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Kept kept(Readable row) {
        return new Kept(row.get("id", UUID.class), row.get("phone", String.class), row.get("purpose", String.class),
                row.get("attempts", Integer.class), row.get("queued_at", Instant.class), row.get("good_until", Instant.class),
                row.get("next_attempt_at", Instant.class), row.get("sent_at", Instant.class), row.get("given_up_at", Instant.class),
                row.get("last_error", String.class));
    }
}
