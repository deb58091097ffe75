package org.jucai.platform.notifications.webhooks;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.KeptForAWhile;
import org.jucai.platform.kernel.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Messages to webhooks: waiting, sent, given up. */
@Component
class SqlPosts implements KeptForAWhile {

    private static final String COLUMNS = "d.webhook_id, d.number, d.message_id, d.type, d.body, d.state, d.attempts, d.made_at, d.next_attempt_at, d.last_attempt_at, d.last_status, d.last_error, d.delivered_at";

    /** The webhooks' counters are moved first, in one order, so that two that number at once wait for each other and do not stand in each other's way. */
    private static final String ADD = """
            with given as materialized (
                select *, row_number() over (partition by webhook order by at) as nth
                from unnest(:webhooks::uuid[], :parties::uuid[], :messages::uuid[], :types::text[], :bodies::text[], :abouts::uuid[], :versions::bigint[])
                     with ordinality as u(webhook, party, message, type, body, about, version, at)
                where not exists (select 1 from webhook_delivery k
                                  where k.webhook_id = u.webhook and k.about_id = u.about and k.about_version = u.version and k.type = u.type)
            ), locked as materialized (
                select id, last_number from webhook where id in (select webhook from given) order by id for update
            ), moved as (
                update webhook w set last_number = l.last_number + (select count(*) from given g where g.webhook = w.id)
                from locked l where w.id = l.id returning w.id
            )
            insert into webhook_delivery (webhook_id, number, party_id, message_id, type, body, about_id, about_version, made_at, state, next_attempt_at)
            select g.webhook, l.last_number + g.nth, g.party, g.message, g.type, g.body, g.about, g.version, :now, 'WAITING', :now
            from given g join locked l on l.id = g.webhook join moved m on m.id = l.id
            """;

    /**
     * Taken for a while: whoever else looks skips them, and gets them when the while is over and nothing was noted. A webhook that
     * fails is tried with one message at a time, so that one that does not answer keeps nobody waiting.
     */
    private static final String TAKE = """
            with due as (
                select d.webhook_id, d.number from webhook w cross join lateral (
                    select x.webhook_id, x.number, x.next_attempt_at from webhook_delivery x
                    where x.webhook_id = w.id and x.state = 'WAITING' and x.next_attempt_at <= :now
                    order by x.next_attempt_at, x.number limit case when w.failing_since is null then 4 else 1 end for update skip locked) d
                where w.state = 'ACTIVE' order by d.next_attempt_at, d.number limit :limit)
            update webhook_delivery d set attempts = d.attempts + 1, turns = d.turns + 1, next_attempt_at = :until, last_attempt_at = :now
            from due, webhook w
            where d.webhook_id = due.webhook_id and d.number = due.number and w.id = d.webhook_id
            returning d.turns, w.url, w.secret_sealed, w.former_secret_sealed, w.former_until, """ + " " + COLUMNS;

    /** Only the latest attempt speaks for the message; one that was taken stays so. */
    private static final String NOTE = """
            update webhook_delivery set state = :state, next_attempt_at = :next, last_status = :status, last_error = :error,
                delivered_at = case when :state = 'DELIVERED' then cast(:now as timestamptz) else delivered_at end
            where webhook_id = :webhook and number = :number and (attempts = :attempts or :state = 'DELIVERED') and state <> 'DELIVERED'
            """;

    private static final String LIST = "select " + COLUMNS + """
             from webhook_delivery d
            where d.webhook_id = :webhook and (cast(:before as bigint) is null or d.number < cast(:before as bigint)) and (:state = '' or d.state = :state)
            order by d.number desc limit :limit
            """;

    private static final String AGAIN = """
            update webhook_delivery d set state = 'WAITING', turns = 0, next_attempt_at = :now
            where d.webhook_id = :webhook and d.number = :number and (d.state <> 'WAITING' or d.next_attempt_at > :now and d.turns > 0)
            returning """ + " " + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from webhook_delivery d where d.webhook_id = :webhook and d.number = :number";

    private static final String OUTDATED = """
            delete from webhook_delivery where (webhook_id, number) in
                (select webhook_id, number from webhook_delivery where made_at < :end order by made_at limit :limit for update skip locked)
            """;

    private final Duration keptFor;

    SqlPosts(@Value("${jucai.retention.webhook-deliveries:30d}") Duration keptFor) {
        this.keptFor = keptFor;
    }

    /** A message taken to be posted. @param turn of attempts, from 1 */
    record Taken(Delivery delivery, String url, Webhook.Secrets secrets, int turn) {}

    /** What is noted of it. @param next of one that waits on */
    record Noted(Delivery.State state, Instant next, AttemptRules.Outcome outcome) {}

    Mono<Void> add(Tx tx, List<Delivery.Message> messages, Instant now) {
        if (messages.isEmpty()) return Mono.empty();
        return tx.sql(ADD).bind("now", Bind.at(now)).bind("webhooks", messages.stream().map(Delivery.Message::webhookId).toArray(UUID[]::new))
                .bind("parties", messages.stream().map(Delivery.Message::partyId).toArray(UUID[]::new)).bind("messages", messages.stream().map(Delivery.Message::messageId).toArray(UUID[]::new))
                .bind("types", messages.stream().map(Delivery.Message::type).toArray(String[]::new)).bind("bodies", messages.stream().map(Delivery.Message::body).toArray(String[]::new))
                .bind("abouts", messages.stream().map(Delivery.Message::aboutId).toArray(UUID[]::new)).bind("versions", messages.stream().map(Delivery.Message::aboutVersion).toArray(Long[]::new))
                .fetch().rowsUpdated().then();
    }

    Mono<List<Taken>> take(Tx tx, Instant now, Instant until, int limit) {
        return tx.sql(TAKE).bind("now", Bind.at(now)).bind("until", Bind.at(until)).bind("limit", limit).map(SqlPosts::taken).all().collectList();
    }

    Mono<Boolean> note(Tx tx, Taken taken, Noted noted, Instant now) {
        Delivery delivery = taken.delivery();
        return tx.sql(NOTE).bind("webhook", delivery.webhookId()).bind("number", delivery.number()).bind("attempts", delivery.attempts())
                .bind("state", noted.state().name()).bind("next", Bind.at(noted.next())).bind("now", Bind.at(now))
                .bind("status", Bind.maybe(noted.outcome().status().orElse(null), Integer.class))
                .bind("error", Bind.maybe(noted.outcome().taken() ? null : noted.outcome().says(), String.class))
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<List<Delivery>> list(Tx tx, UUID webhook, WebhookBoard.Question asked) {
        return tx.sql(LIST).bind("webhook", webhook).bind("before", Bind.maybe(asked.before(), Long.class)).bind("state", asked.state() == null ? "" : asked.state().name())
                .bind("limit", asked.limit() + 1).map(SqlPosts::delivery).all().collectList();
    }

    /** Nothing where it is about to be posted anyway. */
    Mono<Delivery> again(Tx tx, UUID webhook, long number, Instant now) {
        return tx.sql(AGAIN).bind("webhook", webhook).bind("number", number).bind("now", Bind.at(now)).map(SqlPosts::delivery).one();
    }

    Mono<Delivery> find(Tx tx, UUID webhook, long number) {
        return tx.sql(FIND).bind("webhook", webhook).bind("number", number).map(SqlPosts::delivery).one();
    }

    @Override
    public Duration keptFor() {
        return keptFor;
    }

    @Override
    public Mono<Long> delete(Tx tx, Instant end, int limit) {
        return tx.sql(OUTDATED).bind("end", Bind.at(end)).bind("limit", limit).fetch().rowsUpdated();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Taken taken(Readable row) {
        Webhook.Secrets secrets = new Webhook.Secrets(row.get("secret_sealed", String.class), Optional.ofNullable(row.get("former_secret_sealed", String.class)),
                Optional.ofNullable(row.get("former_until", Instant.class)));
        return new Taken(delivery(row), row.get("url", String.class), secrets, row.get("turns", Integer.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Delivery delivery(Readable row) {
        Delivery.Times times = new Delivery.Times(row.get("made_at", Instant.class), row.get("next_attempt_at", Instant.class), maybe(row.get("last_attempt_at", Instant.class)),
                maybe(row.get("delivered_at", Instant.class)));
        return new Delivery(row.get("webhook_id", UUID.class), row.get("number", Long.class), row.get("message_id", UUID.class), row.get("type", String.class), row.get("body", String.class),
                Delivery.State.valueOf(row.get("state", String.class)), row.get("attempts", Integer.class), times, maybe(row.get("last_status", Integer.class)), maybe(row.get("last_error", String.class)));
    }

    private static <T> Optional<T> maybe(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
