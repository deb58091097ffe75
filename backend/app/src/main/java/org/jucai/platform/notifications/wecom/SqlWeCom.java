package org.jucai.platform.notifications.wecom;

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

/** The outbox of messages to 企业微信. */
@Component
class SqlWeCom implements KeptForAWhile {

    private static final String ADD = """
            insert into wecom_outbox (id, person_id, robot, robot_sealed, body, queued_at, good_until, next_attempt_at)
            values (:id, :person, :digest, :robot, :body, :at, :until, :at)
            """;

    /** One process counts at a time: what two took side by side would be twice what a robot takes. */
    private static final String COUNTING = "select pg_advisory_xact_lock(hashtext('posts to robots of wecom'))::text";

    /** No longer counts. */
    private static final String FORGOTTEN = "delete from wecom_attempt where at <= :since";

    /**
     * Taken for a while: whoever else looks skips them, and gets them when the while is over and nothing was noted. Of each robot only as
     * many as it takes besides what was posted to it lately; the others wait, and are not counted as tried.
     */
    private static final String TAKE = """
            with due as materialized (
                select x.id from (
                    select distinct robot from wecom_outbox
                    where sent_at is null and given_up_at is null and body <> '' and next_attempt_at <= :now and good_until > :now) r
                cross join lateral (
                    select o.id, o.next_attempt_at from wecom_outbox o
                    where o.robot = r.robot and o.sent_at is null and o.given_up_at is null and o.body <> '' and o.next_attempt_at <= :now and o.good_until > :now
                    order by o.next_attempt_at, o.id
                    limit greatest(0, :most - (select count(*) from wecom_attempt a where a.robot = r.robot and a.at > :since)) for update skip locked) x
                order by x.next_attempt_at, x.id limit :limit),
            taken as (
                update wecom_outbox t set attempts = t.attempts + 1, next_attempt_at = :until from due where t.id = due.id
                returning t.id, t.robot, t.robot_sealed, t.body, t.attempts),
            counted as (insert into wecom_attempt (robot, at) select robot, :now from taken)
            select id, robot_sealed, body, attempts from taken
            """;

    private static final String SENT = "update wecom_outbox set sent_at = :at, given_up_at = null, last_error = null, body = '', robot_sealed = '' where id = :id";

    /** Only the latest attempt speaks for the message. */
    private static final String AGAIN = "update wecom_outbox set next_attempt_at = :at, last_error = :error where id = :id and attempts = :attempts and sent_at is null";

    private static final String GIVEN_UP = """
            update wecom_outbox set given_up_at = :at, last_error = :error, body = '', robot_sealed = '' where id = :id and attempts = :attempts and sent_at is null
            """;

    private static final String FORGET = """
            update wecom_outbox set body = '', robot_sealed = ''
            where id in (select id from wecom_outbox where body <> '' and good_until <= :now order by good_until limit :limit for update skip locked)
            """;

    private static final String LATEST = """
            select id, person_id, body, queued_at, sent_at, last_error from wecom_outbox
            where cast(:before as uuid) is null or id < cast(:before as uuid) order by id desc limit :limit
            """;

    private static final String LIST = """
            select id, robot, attempts, queued_at, good_until, next_attempt_at, sent_at, given_up_at, last_error
            from wecom_outbox
            where (cast(:before as uuid) is null or id < cast(:before as uuid))
              and (:state = '' or :state = case when sent_at is not null then 'SENT' when given_up_at is not null then 'GIVEN_UP'
                                               when good_until <= :now then 'EXPIRED' else 'WAITING' end)
            order by id desc limit :limit
            """;

    private static final String OUTDATED = """
            delete from wecom_outbox where id in (select id from wecom_outbox where queued_at < :end and body = '' order by queued_at limit :limit for update skip locked)
            """;

    private final Duration keptFor;

    SqlWeCom(@Value("${jucai.retention.sent-wecom:90d}") Duration keptFor) {
        this.keptFor = keptFor;
    }

    record Taken(UUID id, String robotSealed, String body, int attempt) {}

    /** How many at once, and how many of one robot since when. */
    record Room(int limit, int most, Instant since) {}

    /** @param robot the digest of its key */
    Mono<Void> add(Tx tx, UUID id, String robot, WeComMessages.Telling telling, Instant at) {
        return tx.sql(ADD).bind("id", id).bind("person", telling.personId()).bind("digest", robot).bind("robot", telling.robotSealed()).bind("body", telling.text())
                .bind("at", Bind.at(at)).bind("until", Bind.at(at.plus(telling.goodFor()))).fetch().rowsUpdated().then();
    }

    Mono<List<Taken>> take(Tx tx, Instant now, Instant until, Room room) {
        return tx.sql(COUNTING).fetch().rowsUpdated()
                .then(tx.sql(FORGOTTEN).bind("since", Bind.at(room.since())).fetch().rowsUpdated())
                .then(tx.sql(TAKE).bind("now", Bind.at(now)).bind("until", Bind.at(until)).bind("since", Bind.at(room.since())).bind("most", room.most()).bind("limit", room.limit())
                        .map(SqlWeCom::taken).all().collectList());
    }

    Mono<List<WeComBoard.Sent>> list(Tx tx, WeComBoard.Question asked, Instant now) {
        return tx.sql(LIST).bind("before", Bind.maybe(asked.before(), UUID.class)).bind("state", asked.state() == null ? "" : asked.state().name())
                .bind("now", Bind.at(now)).bind("limit", asked.limit() + 1).map(row -> kept(row, now)).all().collectList();
    }

    Mono<Void> sent(Tx tx, UUID id, Instant now) {
        return tx.sql(SENT).bind("id", id).bind("at", Bind.at(now)).fetch().rowsUpdated().then();
    }

    Mono<Void> again(Tx tx, Taken message, Instant next, String error) {
        return failed(tx, AGAIN, message, next, error);
    }

    Mono<Void> givenUp(Tx tx, Taken message, Instant now, String error) {
        return failed(tx, GIVEN_UP, message, now, error);
    }

    private static Mono<Void> failed(Tx tx, String statement, Taken message, Instant at, String error) {
        return tx.sql(statement).bind("id", message.id()).bind("attempts", message.attempt()).bind("at", Bind.at(at)).bind("error", error).fetch().rowsUpdated().then();
    }

    /** Removes the words of messages that are no longer good; tells of how many. */
    Mono<Long> forget(Tx tx, Instant now, int limit) {
        return tx.sql(FORGET).bind("now", Bind.at(now)).bind("limit", limit).fetch().rowsUpdated();
    }

    Mono<List<WeComMessages.Waiting>> latest(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(LATEST).bind("before", Bind.maybe(before, UUID.class)).bind("limit", limit).map(SqlWeCom::waiting).all().collectList();
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
        return new Taken(row.get("id", UUID.class), row.get("robot_sealed", String.class), row.get("body", String.class), row.get("attempts", Integer.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static WeComMessages.Waiting waiting(Readable row) {
        return new WeComMessages.Waiting(row.get("id", UUID.class), row.get("person_id", UUID.class), row.get("body", String.class), row.get("queued_at", Instant.class),
                row.get("sent_at", Instant.class), row.get("last_error", String.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static WeComBoard.Sent kept(Readable row, Instant now) {
        WeComBoard.Times times = new WeComBoard.Times(row.get("queued_at", Instant.class), row.get("good_until", Instant.class), row.get("next_attempt_at", Instant.class),
                Optional.ofNullable(row.get("sent_at", Instant.class)), Optional.ofNullable(row.get("given_up_at", Instant.class)));
        return new WeComBoard.Sent(row.get("id", UUID.class), row.get("robot", String.class), times.state(now), row.get("attempts", Integer.class), times,
                Optional.ofNullable(row.get("last_error", String.class)));
    }
}
