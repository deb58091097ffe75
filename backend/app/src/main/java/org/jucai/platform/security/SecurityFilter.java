package org.jucai.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The one place where requests are let in. What the specification does not name does not exist; who it does not name is
 * refused; every refusal is kept.
 */
final class SecurityFilter implements WebFilter {

    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Operations operations;
    private final SessionDoor sessions;
    private final TokenDoor tokens;
    private final AccessAudit audit;
    private final AccessRules.Policy policy;

    SecurityFilter(Operations operations, SessionDoor sessions, TokenDoor tokens, AccessAudit audit, AccessRules.Policy policy) {
        this.operations = operations;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.policy = policy;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        Optional<Operation> operation = operations.find(request.getMethod(), path);
        operation.ifPresent(found -> exchange.getAttributes().put(Caller.OPERATION_ATTRIBUTE, new Caller.Operation(found.method(), found.pattern().getPatternString())));
        return operation
                .map(found -> letIn(exchange, found).then(Mono.defer(() -> chain.filter(exchange))))
                .orElseGet(() -> elsewhere(exchange, path, chain))
                .doOnError(RefusedException.class, refused -> note(exchange, operation.orElse(null), refused.refusal()));
    }

    /** Pages may be read; under /api there is nothing beside the operations, however the path is written. */
    private Mono<Void> elsewhere(ServerWebExchange exchange, PathContainer path, WebFilterChain chain) {
        Set<String> methods = operations.methods(path);
        if (!methods.isEmpty()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, String.join(", ", methods));
            return Mono.error(new RefusedException(CommonRefusal.METHOD_NOT_ALLOWED));
        }
        if (isUnderApi(path)) return Mono.error(new RefusedException(CommonRefusal.NOT_FOUND));
        if (!READING.contains(exchange.getRequest().getMethod())) return Mono.error(new RefusedException(CommonRefusal.METHOD_NOT_ALLOWED));
        return chain.filter(exchange);
    }

    private static boolean isUnderApi(PathContainer path) {
        return path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(PathContainer.PathSegment.class::cast)
                .findFirst()
                .filter(segment -> segment.valueToMatch().equalsIgnoreCase("api"))
                .isPresent();
    }

    private Mono<Void> letIn(ServerWebExchange exchange, Operation operation) {
        return who(exchange.getRequest(), operation)
                .filter(found -> AccessRules.isSeen(operation, found) || !operation.isPublic())
                .doOnNext(found -> found.leaveIn(exchange))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> {
                    Presence presence = found.orElse(null);
                    return AccessRules.decide(operation, presence, policy)
                            .or(() -> forged(exchange.getRequest(), operation, presence))
                            .map(refusal -> Mono.<Void>error(new RefusedException(refusal)))
                            .orElseGet(Mono::empty);
                });
    }

    /** A wrong token is refused everywhere; a session that has ended, or cannot be looked up, leaves nobody on a public page. */
    private Mono<Presence> who(ServerHttpRequest request, Operation operation) {
        List<String> authorization = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (!authorization.isEmpty()) {
            String one = authorization.getFirst();
            return authorization.size() == 1 && one.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.enter(one.substring(BEARER.length()).strip())
                    : Mono.error(new RefusedException(SecurityRefusal.TOKEN_INVALID));
        }
        String secret = SessionCookie.in(request);
        if (secret.isEmpty() || (operation.open() && operation.changes())) return Mono.empty();
        Mono<Presence> session = sessions.enter(secret);
        return operation.isPublic() && !operation.changes()
                ? session.onErrorResume(RefusedException.class, _ -> Mono.empty())
                : session;
    }

    private static Optional<Refusal> forged(ServerHttpRequest request, Operation operation, @Nullable Presence who) {
        if (who == null || who.session() == null || !operation.changes()) return Optional.empty();
        String shown = request.getHeaders().getFirst(CSRF_HEADER);
        return shown != null && Secrets.same(shown, who.session().csrfToken())
                ? Optional.empty()
                : Optional.of(SecurityRefusal.CSRF_TOKEN_WRONG);
    }

    /** Failed sign-ins are kept by the desk, which knows more of them. */
    private void note(ServerWebExchange exchange, @Nullable Operation operation, Refusal refusal) {
        boolean kept = refusal.status() == 401 || refusal.status() == 403;
        if (!kept || refusal == SecurityRefusal.SIGN_IN_WRONG) return;
        audit.note(AccessNote.refused(Origin.of(exchange.getRequest()), Presence.maybeIn(exchange), operation, refusal));
    }
}
