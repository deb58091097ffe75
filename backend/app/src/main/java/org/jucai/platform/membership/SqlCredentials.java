package org.jucai.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Secrets of people and links that set them; only background work may read them. */
@Component
class SqlCredentials {

    private static final String FIND = """
            select jsonb_build_object('personId', n.id, 'name', n.name, 'account', n.account, 'phone', n.phone, 'active', n.active,
                'version', n.version, 'passwordHash', coalesce(c.password_hash, ''), 'totpSealed', c.totp_sealed,
                'held', coalesce((select jsonb_agg(jsonb_build_object(
                        'party', jsonb_build_object('partyId', p.id, 'kind', p.kind, 'name', p.name_zh),
                        'roles', a.roles, 'fromOn', a.from_on, 'toOn', a.to_on,
                        'belongsTo', case when m.id is null then null
                            else jsonb_build_object('partyId', m.id, 'kind', m.kind, 'name', m.name_zh) end) order by a.id)
                    from (select * from appointment where person_id = n.id and (to_on is null or to_on >= :today)
                          order by id limit 50) a
                    join party p on p.id = a.party_id and p.active
                    left join party m on m.id = a.belongs_to_member), '[]'))::text
            from person n left join credential c on c.person_id = n.id
            where %s
            """;

    private static final String SET_PASSWORD = """
            with done as (insert into credential (person_id, password_hash) values (:id, :hash)
                on conflict (person_id) do update set password_hash = excluded.password_hash)
            update person set password_set = true, version = version + 1 where id = :id returning version
            """;

    private static final String SET_TOTP = """
            with done as (insert into credential (person_id, totp_sealed) values (:id, :sealed)
                on conflict (person_id) do update set totp_sealed = excluded.totp_sealed)
            update person set version = version + 1 where id = :id returning version
            """;

    private static final String MAKE_LINK = """
            insert into password_link (id, token_hash, person_id, made_at, expires_at) values (:id, :token, :person, :at, :until)
            """;

    private static final String LINK = """
            select jsonb_build_object('personId', l.person_id, 'account', n.account, 'active', n.active, 'expiresAt', l.expires_at,
                'usedAt', l.used_at, 'useKey', l.use_key)::text
            from password_link l join person n on n.id = l.person_id where l.token_hash = :token
            """;

    /** Using one link ends all that the person has. */
    private static final String USE_LINKS = """
            update password_link set used_at = :at, use_key = case when token_hash = :token then :key end
            where person_id = :person and used_at is null
            """;

    private final JsonMapper json;

    SqlCredentials(JsonMapper json) {
        this.json = json;
    }

    /** As stored. */
    record Stored(
            UUID personId, String name, String account, String phone, boolean active, long version, String passwordHash,
            @Nullable String totpSealed, List<Appointments.Held> held) {}

    /** A link that sets a password. */
    record Link(
            UUID personId, String account, boolean active, Instant expiresAt, @Nullable Instant usedAt, @Nullable String useKey) {}

    Mono<Stored> byName(Tx tx, String accountOrPhone, LocalDate today) {
        return tx.sql(FIND.formatted("n.account = lower(:name) or n.phone = :name"))
                .bind("name", accountOrPhone).bind("today", today)
                .mapValue(String.class).first().map(text -> json.readValue(text, Stored.class));
    }

    Mono<Stored> byId(Tx tx, UUID id, LocalDate today) {
        return tx.sql(FIND.formatted("n.id = :id")).bind("id", id).bind("today", today)
                .mapValue(String.class).one().map(text -> json.readValue(text, Stored.class));
    }

    /** The person's new version. */
    Mono<Long> setPassword(Tx tx, UUID person, String hash) {
        return tx.sql(SET_PASSWORD).bind("id", person).bind("hash", hash).mapValue(Long.class).one();
    }

    /** The person's new version. */
    Mono<Long> setTotp(Tx tx, UUID person, @Nullable String sealed) {
        return tx.sql(SET_TOTP).bind("id", person).bind("sealed", Bound.maybe(sealed, String.class)).mapValue(Long.class).one();
    }

    /** A link about to be made. */
    record NewLink(UUID id, byte[] tokenHash, UUID personId, Instant at, Instant until) {}

    Mono<Void> make(Tx tx, NewLink link) {
        return tx.sql(MAKE_LINK).bind("id", link.id()).bind("token", link.tokenHash()).bind("person", link.personId())
                .bind("at", Bound.at(link.at())).bind("until", Bound.at(link.until()))
                .fetch().rowsUpdated().then();
    }

    Mono<Link> link(Tx tx, byte[] tokenHash, boolean locked) {
        return tx.sql(LINK + (locked ? " for update of l" : "")).bind("token", tokenHash)
                .mapValue(String.class).one().map(text -> json.readValue(text, Link.class));
    }

    Mono<Void> use(Tx tx, byte[] tokenHash, UUID person, String key, Instant at) {
        return tx.sql(USE_LINKS).bind("token", tokenHash).bind("person", person).bind("key", key).bind("at", Bound.at(at))
                .fetch().rowsUpdated().then();
    }

    Mono<Long> linksSince(Tx tx, UUID person, Instant since) {
        return tx.sql("select count(*) from password_link where person_id = :person and made_at > :since")
                .bind("person", person).bind("since", Bound.at(since)).mapValue(Long.class).one();
    }
}
