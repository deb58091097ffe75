package org.jucai.platform.security;

import java.time.Clock;
import java.time.Instant;
import org.jucai.platform.membership.Credential;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets people in by the cookie of their browser session. Person and appointment are read anew each time. */
@Component
class SessionDoor {

    private final Sessions sessions;
    private final People people;
    private final Clock clock;

    SessionDoor(Sessions sessions, People people, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    /** Who the cookie stands for, or nothing where the session, the person or the appointment has ended. */
    Mono<Presence> enter(String secret) {
        return sessions.find(Secrets.hexDigest(secret)).flatMap(session -> people.byId(session.personId())
                .flatMap(person -> present(person, session, clock.instant())));
    }

    private Mono<Presence> present(Credential person, StoredSession session, Instant now) {
        StoredSession seen = session.wantsTouchAt(now) ? session.seen(now) : session;
        Mono<Presence> present = Mono.justOrEmpty(Presence.inSession(person, seen, now));
        return seen == session ? present : present.flatMap(one -> sessions.touch(seen).thenReturn(one));
    }
}
