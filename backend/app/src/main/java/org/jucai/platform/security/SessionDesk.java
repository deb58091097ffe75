package org.jucai.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.Credential;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Begins, continues and ends browser sessions. Whenever what a session may do changes, it goes on under a new cookie. */
@Component
public class SessionDesk {

    private final Sessions sessions;
    private final AccessAudit audit;
    private final Secrets secrets;
    private final Clock clock;

    SessionDesk(Sessions sessions, AccessAudit audit, Secrets secrets, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A new session of somebody who has proved who they are. */
    Mono<Opened> open(Credential person, @Nullable UUID partyId, Origin origin) {
        if (person.appointments().isEmpty()) return Mono.error(new RefusedException(SecurityRefusal.NO_APPOINTMENT));
        UUID party = partyId == null ? person.appointments().getFirst().partyId() : partyId;
        Instant now = clock.instant();
        String secret = secrets.next();
        StoredSession session = new StoredSession(
                Secrets.hexDigest(secret), person.personId(), party, secrets.next(),
                StoredSession.markOf(person.passwordHash()), origin, now, now, null, null);
        return present(person, session, secret).flatMap(opened -> sessions.open(session).thenReturn(opened));
    }

    /** Ends the session that the browser still carried when somebody signed in. */
    public Mono<Void> endOld(String secret) {
        if (secret.isEmpty()) return Mono.empty();
        return sessions.find(Secrets.hexDigest(secret)).flatMap(old -> sessions.end(old.personId(), old.key()));
    }

    public Mono<Void> signOut(Presence who, Origin origin) {
        StoredSession session = who.requiredSession();
        return sessions.end(session.personId(), session.key())
                .doOnSuccess(_ -> audit.note(AccessNote.of(AccessKind.SIGNED_OUT, origin, who)));
    }

    public Mono<Opened> actFor(Presence who, UUID partyId, Origin origin) {
        return turnOver(who.credential(), who.requiredSession().actingFor(partyId))
                .doOnNext(opened -> audit.note(AccessNote.of(AccessKind.PARTY_CHANGED, origin, opened.presence())));
    }

    public Mono<List<StoredSession>> list(Presence who) {
        return sessions.of(who.actor().personId()).collectList();
    }

    /** Ends one of the person's sessions, by its handle. */
    public Mono<Void> revoke(Presence who, String handle, Origin origin) {
        return sessions.of(who.actor().personId())
                .filter(session -> session.handle().equals(handle))
                .next()
                .switchIfEmpty(Mono.error(() -> new RefusedException(SecurityRefusal.SESSION_NOT_FOUND)))
                .flatMap(session -> sessions.end(session.personId(), session.key()))
                .doOnSuccess(_ -> audit.note(AccessNote.of(AccessKind.SESSION_REVOKED, origin, who)));
    }

    /** The session goes on under a new cookie and a new CSRF token; the old cookie is worth nothing. */
    Mono<Opened> turnOver(Credential person, StoredSession session) {
        String secret = secrets.next();
        StoredSession next = session.turnedOver(Secrets.hexDigest(secret), secrets.next());
        return present(person, next, secret).flatMap(opened -> sessions.end(session.personId(), session.key())
                .then(sessions.open(next))
                .thenReturn(opened));
    }

    private Mono<Opened> present(Credential person, StoredSession session, String secret) {
        return Mono.justOrEmpty(Presence.inSession(person, session, clock.instant()))
                .map(presence -> new Opened(secret, presence))
                .switchIfEmpty(Mono.error(() -> new RefusedException(SecurityRefusal.PARTY_NOT_YOURS)));
    }
}
