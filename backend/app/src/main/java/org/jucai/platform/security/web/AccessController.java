package org.jucai.platform.security.web;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.security.AccessBoard;
import org.jucai.platform.security.AccessEntry;
import org.jucai.platform.security.Origin;
import org.jucai.platform.security.Presence;
import org.jucai.platform.security.TokenDesk;
import org.jucai.spec.api.AccessAuditApi;
import org.jucai.spec.api.ApiTokensApi;
import org.jucai.spec.model.AccessKind;
import org.jucai.spec.model.AccessPage;
import org.jucai.spec.model.ApiToken;
import org.jucai.spec.model.ApiTokenPage;
import org.jucai.spec.model.CreatedApiToken;
import org.jucai.spec.model.NewApiToken;
import org.jucai.spec.model.TokenScope;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class AccessController implements ApiTokensApi, AccessAuditApi {

    private final TokenDesk tokens;
    private final AccessBoard board;
    private final Once once;

    AccessController(TokenDesk tokens, AccessBoard board, Once once) {
        this.tokens = tokens;
        this.board = board;
        this.once = once;
    }

    /** The recorded answer leaves the secret out; only whoever made the token in this very request gets it. */
    @Override
    public Mono<CreatedApiToken> createApiToken(String idempotencyKey, Mono<NewApiToken> body, ServerWebExchange exchange) {
        Presence who = Presence.of(exchange);
        AtomicReference<@Nullable String> secret = new AtomicReference<>();
        return body.flatMap(asked -> once.answer(exchange, asked, ApiToken.class, tx -> {
                    String made = tokens.newSecret();
                    return tokens.create(tx, who.actor(), wanted(asked), made, Caller.of(exchange).now())
                            .doOnNext(_ -> secret.set(made))
                            .map(AccessController::view);
                }))
                .doOnNext(_ -> {
                    if (secret.get() != null) tokens.created(who, Origin.of(exchange.getRequest()));
                })
                .map(token -> new CreatedApiToken().token(token).secret(secret.get()));
    }

    @Override
    public Mono<ApiTokenPage> listApiTokens(@Nullable String cursor, @Nullable Integer limit, ServerWebExchange exchange) {
        return tokens.list(Presence.of(exchange).actor(), id(cursor), limit(limit))
                .map(page -> new ApiTokenPage()
                        .items(page.items().stream().map(AccessController::view).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<Void> revokeApiToken(UUID tokenId, ServerWebExchange exchange) {
        return tokens.revoke(Presence.of(exchange), tokenId, Origin.of(exchange.getRequest()), Caller.of(exchange).now());
    }

    @Override
    public Mono<AccessPage> listAccessAudit(@Nullable UUID personId, @Nullable AccessKind kind, @Nullable String cursor,
            @Nullable Integer limit, ServerWebExchange exchange) {
        var asked = new AccessBoard.Question(
                personId,
                kind == null ? null : org.jucai.platform.security.AccessKind.valueOf(kind.name()),
                id(cursor),
                limit(limit));
        return board.list(Presence.of(exchange).actor(), asked).map(page -> new AccessPage()
                .items(page.items().stream().map(AccessController::view).toList())
                .nextCursor(page.nextCursor()));
    }

    private static TokenDesk.Wanted wanted(NewApiToken asked) {
        Set<String> scopes = asked.getScopes().stream().map(TokenScope::getValue).collect(Collectors.toCollection(HashSet::new));
        return new TokenDesk.Wanted(asked.getName(), scopes, asked.getExpiresAt());
    }

    private static ApiToken view(org.jucai.platform.security.ApiToken token) {
        return new ApiToken()
                .tokenId(token.tokenId())
                .name(token.name())
                .scopes(token.scopes().stream().sorted().map(TokenScope::fromValue).toList())
                .partyId(token.partyId())
                .hint(token.hint())
                .createdAt(token.createdAt())
                .expiresAt(token.expiresAt())
                .revokedAt(token.revokedAt());
    }

    private static org.jucai.spec.model.AccessEntry view(AccessEntry entry) {
        return new org.jucai.spec.model.AccessEntry()
                .entryId(entry.entryId())
                .kind(AccessKind.fromValue(entry.kind().name()))
                .occurredAt(entry.occurredAt())
                .personId(entry.personId())
                .partyId(entry.partyId())
                .account(entry.account())
                .address(entry.origin().address())
                .device(entry.origin().device())
                .operationId(entry.operationId())
                .problem(Optional.ofNullable(entry.problem()).map(name -> URI.create("/problems/" + name).toString()).orElse(null))
                .times(entry.times());
    }

    private static int limit(@Nullable Integer limit) {
        return limit == null ? 50 : limit;
    }

    private static @Nullable UUID id(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
    }
}
