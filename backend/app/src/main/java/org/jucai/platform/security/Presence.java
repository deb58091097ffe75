package org.jucai.platform.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.Appointment;
import org.jucai.platform.membership.Credential;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is there: the person, the appointment they act under, and the session or token they came in by.
 *
 * @param session the browser session, where it is one
 * @param token the API token, where it is one
 */
public record Presence(
        Actor actor, Credential credential, Appointment appointment, @Nullable StoredSession session, @Nullable ApiToken token) {

    private static final String ATTRIBUTE = "org.jucai.presence";

    /** The presence that the filter found; refused where nobody is there. */
    public static Presence of(ServerWebExchange exchange) {
        Presence found = exchange.getAttribute(ATTRIBUTE);
        if (found == null) throw new RefusedException(CommonRefusal.NOT_SIGNED_IN);
        return found;
    }

    static @Nullable Presence maybeIn(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** The session; refused where an API token calls. */
    public StoredSession requiredSession() {
        return Optional.ofNullable(session).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_SIGNED_IN));
    }

    void leaveIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
        exchange.getAttributes().put(Caller.ACTOR_ATTRIBUTE, actor);
    }

    /** Nothing where the person is no longer active or appointed, or has a new password: then the session or token has ended. */
    static Optional<Presence> inSession(Credential person, StoredSession session, Instant now) {
        if (!session.passwordMark().equals(StoredSession.markOf(person.passwordHash()))) return Optional.empty();
        return appointment(person, session.partyId()).map(appointment -> new Presence(
                new Actor(person.personId(), appointment.partyId(), appointment.kind(), appointment.roles(), Set.of(),
                        Actor.Entry.SESSION, session.showsSecondFactorAt(now)),
                person, appointment, session, null));
    }

    static Optional<Presence> byToken(Credential person, ApiToken token) {
        return appointment(person, token.partyId()).map(appointment -> new Presence(
                new Actor(person.personId(), appointment.partyId(), appointment.kind(), appointment.roles(), token.scopes(),
                        Actor.Entry.TOKEN, false),
                person, appointment, null, token));
    }

    private static Optional<Appointment> appointment(Credential person, UUID partyId) {
        if (!person.active()) return Optional.empty();
        return person.appointments().stream().filter(one -> one.partyId().equals(partyId)).findFirst();
    }
}
