package org.jucai.platform.security;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Tx;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** API tokens in the database. */
@Component
class SqlApiTokens {

    private static final String COLUMNS =
            "select token_id, person_id, party_id, name, scopes, hint, created_at, expires_at, revoked_at from api_token ";

    /** Adds the token unless its owner has as many live ones as may be; answers whether it did. */
    Mono<Boolean> add(Tx tx, ApiToken token, byte[] secretHash) {
        return tx.sql("""
                        insert into api_token (token_id, secret_hash, person_id, party_id, name, scopes, hint, created_at, expires_at)
                        select :token, :hash, :person, :party, :name, :scopes, :hint, :created, :expires
                         where (select count(*) from api_token
                                 where person_id = :person and revoked_at is null and expires_at > :created) < :most
                        """)
                .bind("token", token.tokenId())
                .bind("hash", secretHash)
                .bind("person", token.personId())
                .bind("party", token.partyId())
                .bind("name", token.name())
                .bind("scopes", token.scopes().toArray(String[]::new))
                .bind("hint", token.hint())
                .bind("created", token.createdAt())
                .bind("expires", token.expiresAt())
                .bind("most", ApiToken.AT_MOST)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<List<ApiToken>> list(Tx tx, Actor owner, @Nullable UUID cursor, int limit) {
        String after = cursor == null ? "" : "and token_id < :cursor ";
        DatabaseClient.GenericExecuteSpec question =
                tx.sql(COLUMNS + "where person_id = :person " + after + "order by token_id desc limit :rows")
                        .bind("person", owner.personId())
                        .bind("rows", limit + 1);
        return (cursor == null ? question : question.bind("cursor", cursor)).map(SqlApiTokens::token).all().collectList();
    }

    /** Ends the token; answers its secret's digest, also where it had ended before, or nothing where it is not this owner's. */
    Mono<byte[]> revoke(Tx tx, UUID tokenId, Actor owner, Instant at) {
        return tx.sql("""
                        update api_token set revoked_at = coalesce(revoked_at, :at)
                         where token_id = :token and person_id = :person
                        returning secret_hash
                        """)
                .bind("token", tokenId)
                .bind("person", owner.personId())
                .bind("at", at)
                .map(row -> Objects.requireNonNull(row.get("secret_hash", byte[].class)))
                .one();
    }

    Mono<ApiToken> find(Tx tx, byte[] secretHash) {
        return tx.sql(COLUMNS + "where secret_hash = :hash").bind("hash", secretHash).map(SqlApiTokens::token).one();
    }

    Mono<ApiToken> byId(Tx tx, UUID tokenId) {
        return tx.sql(COLUMNS + "where token_id = :token").bind("token", tokenId).map(SqlApiTokens::token).one();
    }

    private static ApiToken token(Readable row) {
        return new ApiToken(
                Objects.requireNonNull(row.get("token_id", UUID.class)),
                Objects.requireNonNull(row.get("person_id", UUID.class)),
                Objects.requireNonNull(row.get("party_id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Set.of(Objects.requireNonNull(row.get("scopes", String[].class))),
                Objects.requireNonNull(row.get("hint", String.class)),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("expires_at", Instant.class)),
                row.get("revoked_at", Instant.class));
    }
}
