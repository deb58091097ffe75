package org.jucai.platform.bidding.trustees;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of trustees' keys. */
@Component
class SqlTrusteeKeys {

    private static final int MOST_IN_FORCE = 1_000;

    private static final String COLUMNS = """
            id, party_id, party_kind, card, status, answer_sha256, registered_at, valid_from, valid_until, ended_because, version
            """;

    private static final String ADD = """
            insert into trustee_key (id, party_id, party_kind, card, seal_to, signs_with, fingerprint, status, answer_sha256, registered_at, version)
            values (:id, :party, :kind, :card, :sealTo, :signsWith, :fingerprint, :status, :answer, :at, :version)
            """;

    private static final String MOVE = """
            update trustee_key set status = :status, valid_from = :from, valid_until = :until, ended_because = :why, version = :version
            where id = :id and version = :version - 1
            """;

    private static final String FIND = "select " + COLUMNS + " from trustee_key where id = :id for update";

    private static final String LIST = "select " + COLUMNS + """
            from trustee_key
            where (:party::uuid is null or party_id = :party) and (:before::uuid is null or id < :before)
            order by id desc
            limit :limit
            """;

    private static final String IN_FORCE = "select " + COLUMNS + " from trustee_key where status = 'IN_FORCE' order by id limit " + MOST_IN_FORCE;

    private static final String LIVE_OF_PARTY = "select " + COLUMNS + " from trustee_key where party_id = :party and status = :status for update";

    /** Keys end and rounds are sealed one after another, so that no round is sealed to a key that ends at that moment. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended('trustee keys', 0)) as held";

    private static final String UNOPENED = "select round_id from round_seal where opened_at is null and key_ids @> array[:key]::uuid[] limit 200";

    private static final String SEALED_TO = """
            select k.id, k.party_id, k.party_kind, k.card, k.status, k.answer_sha256, k.registered_at, k.valid_from, k.valid_until, k.ended_because, k.version
            from (select key_ids from round_seal where round_id = :round order by call desc limit 1) s join trustee_key k on k.id = any(s.key_ids)
            order by array_position(s.key_ids, k.id)
            """;

    private static final String NAMED = "select trustees from round_trustees where round_id = :round";

    private static final String NAME = """
            insert into round_trustees (round_id, association_id, trustees, named_at, version) values (:round, :association, :trustees, :at, 1)
            on conflict (round_id) do update set trustees = excluded.trustees, named_at = excluded.named_at, version = round_trustees.version + 1
            returning version
            """;

    Mono<Void> add(Tx tx, RegisteredKey key) {
        return tx.sql(ADD)
                .bind("id", key.id())
                .bind("party", key.partyId())
                .bind("kind", key.partyKind().name())
                .bind("card", new String(key.card().bytes(), StandardCharsets.UTF_8))
                .bind("sealTo", key.card().key().sealTo().text())
                .bind("signsWith", key.card().key().signsWith().text())
                .bind("fingerprint", key.card().key().fingerprint())
                .bind("status", key.status().name())
                .bind("answer", key.answer().text())
                .bind("at", Bind.at(key.registeredAt()))
                .bind("version", key.version())
                .fetch().rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new RefusedException(TrusteeRefusal.TRUSTEE_KEY_TAKEN))
                .then();
    }

    Mono<Long> move(Tx tx, RegisteredKey key) {
        return tx.sql(MOVE)
                .bind("status", key.status().name())
                .bind("from", Bind.maybe(key.validFrom().map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("until", Bind.maybe(key.validUntil().map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("why", Bind.maybe(key.endedBecause().orElse(null), String.class))
                .bind("version", key.version())
                .bind("id", key.id())
                .fetch().rowsUpdated();
    }

    Mono<RegisteredKey> find(Tx tx, UUID id) {
        return tx.sql(FIND).bind("id", id).map(SqlTrusteeKeys::key).one();
    }

    Mono<RegisteredKey> ofParty(Tx tx, UUID party, KeyStatus status) {
        return tx.sql(LIVE_OF_PARTY).bind("party", party).bind("status", status.name()).map(SqlTrusteeKeys::key).first();
    }

    Mono<List<RegisteredKey>> inForce(Tx tx) {
        return tx.sql(IN_FORCE).map(SqlTrusteeKeys::key).all().collectList();
    }

    Mono<Page<RegisteredKey>> list(Tx tx, @Nullable UUID party, @Nullable String cursor, int limit) {
        return tx.sql(LIST)
                .bind("party", Bind.maybe(party, UUID.class))
                .bind("before", Bind.cursor(cursor))
                .bind("limit", limit + 1)
                .map(SqlTrusteeKeys::key)
                .all().collectList()
                .map(rows -> Page.cut(rows, limit, key -> key.id().toString()));
    }

    Mono<Void> alone(Tx tx) {
        return tx.sql(ALONE).mapValue(Integer.class).one().then();
    }

    /** Rounds that were sealed to this key and are not open yet. */
    Mono<List<UUID>> unopened(Tx tx, UUID key) {
        return tx.sql(UNOPENED).bind("key", key).mapValue(UUID.class).all().collectList();
    }

    /** The keys of the newest call, by their number; empty before the round is tendered. */
    Mono<List<RegisteredKey>> sealedTo(Tx tx, UUID round) {
        return tx.sql(SEALED_TO).bind("round", round).map(SqlTrusteeKeys::key).all().collectList();
    }

    /** Whom the association named; empty where it named nobody. */
    Mono<List<UUID>> named(Tx tx, UUID round) {
        return tx.sql(NAMED).bind("round", round).map(row -> row.get("trustees", UUID[].class)).one()
                .map(Arrays::asList).defaultIfEmpty(List.of());
    }

    Mono<Long> name(Tx tx, TrusteeDesk.Naming naming, UUID association, Instant at) {
        return tx.sql(NAME)
                .bind("round", naming.roundId())
                .bind("association", association)
                .bind("trustees", naming.trustees().toArray(UUID[]::new))
                .bind("at", Bind.at(at))
                .mapValue(Long.class).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static RegisteredKey key(Readable row) {
        return new RegisteredKey(
                row.get("id", UUID.class),
                row.get("party_id", UUID.class),
                PartyKind.valueOf(row.get("party_kind", String.class)),
                TrusteeCard.read(row.get("card", String.class).getBytes(StandardCharsets.UTF_8)),
                KeyStatus.valueOf(row.get("status", String.class)),
                Bytes.ofText(row.get("answer_sha256", String.class)),
                row.get("registered_at", Instant.class),
                Optional.ofNullable(row.get("valid_from", Instant.class)),
                Optional.ofNullable(row.get("valid_until", Instant.class)),
                Optional.ofNullable(row.get("ended_because", String.class)),
                row.get("version", Long.class));
    }
}
