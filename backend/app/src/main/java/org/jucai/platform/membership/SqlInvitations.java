package org.jucai.platform.membership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table of invitations. */
@Component
class SqlInvitations {

    private static final String READ = """
            select jsonb_build_object('id', i.id, 'party', jsonb_build_object('id', p.id, 'kind', p.kind, 'code', p.code,
                    'nameZh', p.name_zh),
                'name', i.name, 'phone', i.phone, 'roles', i.roles, 'belongsToMemberId', i.belongs_to_member,
                'expiresAt', i.expires_at, 'acceptedAt', i.accepted_at, 'personId', i.person_id, 'acceptKey', i.accept_key)::text
            from invitation i join party p on p.id = i.party_id
            """;

    private static final String ADD = """
            insert into invitation (id, token_hash, party_id, name, phone, roles, belongs_to_member, invited_by, invited_at, expires_at)
            values (:id, :token, :party, :name, :phone, :roles, :member, :by, :at, :until)
            """;

    private static final String ACCEPT = """
            update invitation set accepted_at = :at, accept_key = :key, person_id = :person where id = :id and accepted_at is null
            """;

    private final JsonMapper json;

    SqlInvitations(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Tx tx, Invitation invitation, byte[] tokenHash, UUID by, Instant at) {
        return tx.sql(ADD)
                .bind("id", invitation.id()).bind("token", tokenHash).bind("party", invitation.party().id())
                .bind("name", invitation.name()).bind("phone", invitation.phone()).bind("roles", Bound.names(invitation.roles()))
                .bind("member", Bound.maybe(invitation.belongsToMemberId(), UUID.class)).bind("by", by)
                .bind("at", Bound.at(at)).bind("until", Bound.at(invitation.expiresAt()))
                .fetch().rowsUpdated().then();
    }

    /** The invitation of a link; locked, a second accepter waits for the first. */
    Mono<Invitation> byToken(Tx tx, byte[] tokenHash, boolean locked) {
        return tx.sql(READ + " where i.token_hash = :token" + (locked ? " for update of i" : ""))
                .bind("token", tokenHash).mapValue(String.class).one().map(this::invitation);
    }

    /** Locked, a second accepter waits for the first. */
    Mono<Invitation> locked(Tx tx, UUID id) {
        return tx.sql(READ + " where i.id = :id for update of i").bind("id", id).mapValue(String.class).one().map(this::invitation);
    }

    Mono<Page<Invitation>> list(Tx tx, @Nullable String cursor, int limit) {
        return tx.sql(READ + " where (:cursor = '' or i.id::text < :cursor) order by i.id desc limit :limit")
                .bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .mapValue(String.class).all().map(this::invitation).collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.id().toString()));
    }

    Mono<Void> accept(Tx tx, UUID id, UUID person, String key, Instant at) {
        return tx.sql(ACCEPT).bind("id", id).bind("person", person).bind("key", key).bind("at", Bound.at(at))
                .fetch().rowsUpdated().then();
    }

    private Invitation invitation(String text) {
        return json.readValue(text, Invitation.class);
    }
}
