package org.jucai.platform.security;

import java.time.Clock;
import java.util.Optional;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For answers that last: whether who was let in would be let in still, as the same party with the same roles. */
@Component
public class Standing {

    private final Sessions sessions;
    private final TokenDoor tokens;
    private final People people;
    private final Clock clock;

    Standing(Sessions sessions, TokenDoor tokens, People people, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    /** Who was let in, or nobody. */
    public Optional<Presence> of(ServerWebExchange exchange) {
        return Optional.ofNullable(Presence.maybeIn(exchange));
    }

    /** Whether the session or token is still there; the database is asked for tokens only, of which few listen. */
    public Mono<Boolean> isOpen(Presence opened) {
        if (opened.token() != null) return holds(opened);
        return unlessAway(sessions.find(opened.requiredSession().key()).hasElement());
    }

    /** Whether session or token, person and appointment are as they were. */
    public Mono<Boolean> holds(Presence opened) {
        Mono<Presence> now = opened.token() != null
                ? tokens.again(opened.token())
                : sessions.find(opened.requiredSession().key()).flatMap(session -> people.byId(session.personId())
                        .flatMap(person -> Mono.justOrEmpty(Presence.inSession(person, session, clock.instant()))));
        return unlessAway(now.map(found -> found.actor().partyId().equals(opened.actor().partyId())
                        && found.actor().roles().equals(opened.actor().roles())
                        && found.actor().scopes().equals(opened.actor().scopes()))
                .defaultIfEmpty(false));
    }

    /** While the sessions' store is away nobody can end one, so that nobody is sent off for it. */
    private static Mono<Boolean> unlessAway(Mono<Boolean> answer) {
        return answer.onErrorResume(RefusedException.class, refused ->
                refused.refusal() == SecurityRefusal.SESSIONS_UNAVAILABLE ? Mono.just(true) : Mono.just(false));
    }
}
