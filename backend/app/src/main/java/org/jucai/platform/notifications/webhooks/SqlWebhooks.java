package org.jucai.platform.notifications.webhooks;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.notifications.NoticeKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The webhooks of parties. */
@Component
class SqlWebhooks {

    private static final String COLUMNS = "id, party_id, name, url, kinds, state, secret_sealed, former_secret_sealed, former_until, failing_since, version, made_at";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('webhooks ' || :party, 0))::text";

    private static final String COUNT = "select count(*) from webhook where party_id = :party and state <> 'DELETED'";

    private static final String ADD = """
            insert into webhook (id, party_id, name, url, kinds, secret_sealed, state, version, made_by, made_at)
            values (:id, :party, :name, :url, :kinds, :secret, 'ACTIVE', 1, :by, :at)
            """;

    private static final String LIST = "select " + COLUMNS + " from webhook where party_id = :party and state <> 'DELETED' order by id limit 100";

    private static final String FIND = "select " + COLUMNS + " from webhook where id = :id and state <> 'DELETED' for update";

    private static final String READ = "select " + COLUMNS + " from webhook where id = :id and state <> 'DELETED'";

    private static final String MOVE = """
            update webhook set name = :name, url = :url, kinds = :kinds, state = :state, secret_sealed = :secret, former_secret_sealed = :former,
                former_until = :until, failing_since = :failing, version = :version
            where id = :id and version = :version - 1
            """;

    private static final String ACTIVE = "select id, party_id, kinds from webhook where party_id = any(:parties) and state = 'ACTIVE' order by id limit 10000";

    private static final String FAILING = "update webhook set failing_since = :since where id = :id and failing_since is distinct from cast(:since as timestamptz)";

    /** What a message for a party needs to know of a webhook. */
    record Wanting(UUID id, UUID partyId, Set<NoticeKind> kinds) {}

    /** How many the party has; nobody else adds one until the transaction ends. */
    Mono<Long> count(Tx tx, UUID party) {
        return tx.sql(LOCK).bind("party", party.toString()).fetch().all().then(tx.sql(COUNT).bind("party", party).mapValue(Long.class).one());
    }

    Mono<Void> add(Tx tx, Webhook webhook, UUID by) {
        return tx.sql(ADD).bind("id", webhook.id()).bind("party", webhook.partyId()).bind("name", webhook.name()).bind("url", webhook.url())
                .bind("kinds", kinds(webhook)).bind("secret", webhook.secrets().present()).bind("by", by).bind("at", Bind.at(webhook.madeAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<List<Webhook>> list(Tx tx, UUID party) {
        return tx.sql(LIST).bind("party", party).map(SqlWebhooks::webhook).all().collectList();
    }

    Mono<Webhook> read(Tx tx, UUID id) {
        return tx.sql(READ).bind("id", id).map(SqlWebhooks::webhook).one();
    }

    /** Nobody else moves it until the transaction ends. */
    Mono<Webhook> hold(Tx tx, UUID id) {
        return tx.sql(FIND).bind("id", id).map(SqlWebhooks::webhook).one();
    }

    Mono<Boolean> move(Tx tx, Webhook after) {
        return tx.sql(MOVE).bind("id", after.id()).bind("name", after.name()).bind("url", after.url()).bind("kinds", kinds(after)).bind("state", after.state().name())
                .bind("secret", after.secrets().present()).bind("former", Bind.maybe(after.secrets().former().orElse(null), String.class))
                .bind("until", Bind.maybe(at(after.secrets().formerUntil()), OffsetDateTime.class)).bind("failing", Bind.maybe(at(after.failingSince()), OffsetDateTime.class))
                .bind("version", after.version()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<List<Wanting>> active(Tx tx, Set<UUID> parties) {
        return tx.sql(ACTIVE).bind("parties", parties.toArray(UUID[]::new)).map(SqlWebhooks::wanting).all().collectList();
    }

    /** Notes since when it fails; nothing where it does not. A webhook that stands as it stood is not written. */
    Mono<Void> failing(Tx tx, UUID id, Optional<Instant> since) {
        return tx.sql(FAILING).bind("id", id).bind("since", Bind.maybe(at(since), OffsetDateTime.class)).fetch().rowsUpdated().then();
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(Bind::at).orElse(null);
    }

    private static String[] kinds(Webhook webhook) {
        return webhook.kinds().stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Set<NoticeKind> kinds(Readable row) {
        return Arrays.stream(row.get("kinds", String[].class)).map(NoticeKind::valueOf).collect(Collectors.toSet());
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Wanting wanting(Readable row) {
        return new Wanting(row.get("id", UUID.class), row.get("party_id", UUID.class), kinds(row));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    static Webhook webhook(Readable row) {
        Webhook.Secrets secrets = new Webhook.Secrets(row.get("secret_sealed", String.class), Optional.ofNullable(row.get("former_secret_sealed", String.class)),
                Optional.ofNullable(row.get("former_until", Instant.class)));
        return new Webhook(row.get("id", UUID.class), row.get("party_id", UUID.class), row.get("name", String.class), row.get("url", String.class), kinds(row),
                Webhook.State.valueOf(row.get("state", String.class)), secrets, Optional.ofNullable(row.get("failing_since", Instant.class)),
                row.get("version", Long.class), row.get("made_at", Instant.class));
    }
}
