package org.jucai.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes, lists and revokes the API tokens of whoever asks, for the party they act for. */
@Component
public class TokenDesk {

    private final Database database;
    private final SqlApiTokens tokens;
    private final TokenDoor door;
    private final AccessAudit audit;
    private final Secrets secrets;
    private final Ids ids;

    TokenDesk(Database database, SqlApiTokens tokens, TokenDoor door, AccessAudit audit, Secrets secrets, Ids ids) {
        this.database = database;
        this.tokens = tokens;
        this.door = door;
        this.audit = audit;
        this.secrets = secrets;
        this.ids = ids;
    }

    /** What is wanted of a new token. */
    public record Wanted(String name, Set<String> scopes, Instant expiresAt) {}

    /** A secret, to be shown once and kept by nobody. */
    public String newSecret() {
        return TokenDoor.PREFIX + secrets.next();
    }

    /** Makes the token in the transaction that also records the answer. */
    public Mono<ApiToken> create(Tx tx, Actor owner, Wanted wanted, String secret, Instant now) {
        if (!wanted.expiresAt().isAfter(now) || wanted.expiresAt().isAfter(now.plus(ApiToken.LONGEST))) {
            return Mono.error(new RefusedException(SecurityRefusal.TOKEN_EXPIRY_OUT_OF_RANGE));
        }
        ApiToken token = new ApiToken(ids.next(), owner.personId(), owner.partyId(), wanted.name(), wanted.scopes(),
                secret.substring(secret.length() - 4), now, wanted.expiresAt(), null);
        return tokens.add(tx, token, Secrets.digest(secret)).flatMap(added -> added
                ? Mono.just(token)
                : Mono.error(new RefusedException(SecurityRefusal.TOO_MANY_TOKENS, java.util.Map.of("limit", ApiToken.AT_MOST))));
    }

    public Mono<Page<ApiToken>> list(Actor owner, @Nullable UUID cursor, int limit) {
        return database.read(Scope.of(owner), tx -> tokens.list(tx, owner, cursor, limit))
                .map(rows -> Page.cut(rows, limit, token -> token.tokenId().toString()));
    }

    public Mono<Void> revoke(Presence who, UUID tokenId, Origin origin, Instant now) {
        return database.write(Scope.of(who.actor()), tx -> tokens.revoke(tx, tokenId, who.actor(), now))
                .switchIfEmpty(Mono.error(() -> new RefusedException(SecurityRefusal.TOKEN_NOT_FOUND)))
                .doOnNext(door::forget)
                .doOnNext(_ -> audit.note(AccessNote.of(AccessKind.TOKEN_REVOKED, origin, who)))
                .then();
    }

    /** The token was made and its answer recorded. */
    public void created(Presence who, Origin origin) {
        audit.note(AccessNote.of(AccessKind.TOKEN_CREATED, origin, who));
    }
}
