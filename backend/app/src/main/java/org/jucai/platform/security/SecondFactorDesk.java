package org.jucai.platform.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets up and asks for authenticators. A code is good once, also within its thirty seconds. */
@Component
public class SecondFactorDesk {

    private static final Duration ENROLMENT = Duration.ofMinutes(10);
    private static final Duration CODE_LIFE = Duration.ofMinutes(2);
    private static final int SECRET_BYTES = 20;
    private static final Limit PER_PERSON = Limit.secondFactor(5);

    private final People people;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final Attempts attempts;
    private final AccessAudit audit;
    private final Secrets secrets;
    private final Clock clock;
    private final SecurityProperties properties;

    SecondFactorDesk(People people, Sessions sessions, SessionDesk desk, Attempts attempts, AccessAudit audit, Secrets secrets,
            Clock clock, SecurityProperties properties) {
        this.people = people;
        this.sessions = sessions;
        this.desk = desk;
        this.attempts = attempts;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
        this.properties = properties;
    }

    /** What the authenticator needs to be told, once. */
    public record Enrolment(String secret, String uri, Instant expiresAt) {}

    public Mono<Opened> show(Presence who, String code, Origin origin) {
        String secret = who.credential().totpSecret();
        if (secret == null) return Mono.error(new RefusedException(SecurityRefusal.SECOND_FACTOR_NOT_ENROLLED));
        return check(who, secret, code, origin)
                .then(Mono.defer(() -> desk.turnOver(who.credential(), who.requiredSession().showing(clock.instant()))))
                .doOnNext(opened -> audit.note(AccessNote.of(AccessKind.SECOND_FACTOR_SHOWN, origin, opened.presence())));
    }

    /** Who already has an authenticator shows it before setting up another: a stolen session must not replace it. */
    public Mono<Enrolment> begin(Presence who) {
        if (who.credential().totpSecret() != null && !who.actor().secondFactor()) {
            return Mono.error(new RefusedException(SecurityRefusal.SECOND_FACTOR_REQUIRED));
        }
        String secret = Totp.encode(secrets.bytes(SECRET_BYTES));
        Instant until = clock.instant().plus(ENROLMENT);
        StoredSession session = who.requiredSession().enrolling(new StoredSession.Pending(secret, until));
        return sessions.keep(session).thenReturn(new Enrolment(secret, uri(who.credential().account(), secret), until));
    }

    public Mono<Opened> confirm(Presence who, String code, Origin origin) {
        StoredSession.@Nullable Pending pending = who.requiredSession().pending();
        if (pending == null || !clock.instant().isBefore(pending.until())) {
            return Mono.error(new RefusedException(SecurityRefusal.NO_ENROLMENT_PENDING));
        }
        return check(who, pending.secret(), code, origin)
                .then(Mono.defer(() -> people.keepSecondFactor(who.actor().personId(), pending.secret())))
                .then(Mono.defer(() -> people.byId(who.actor().personId())))
                .flatMap(person -> desk.turnOver(person, who.requiredSession().showing(clock.instant())))
                .doOnNext(opened -> audit.note(AccessNote.of(AccessKind.SECOND_FACTOR_ENROLLED, origin, opened.presence())));
    }

    /** Counted per person before it is judged; a right code is spent by being used. */
    private Mono<Void> check(Presence who, String secret, String code, Origin origin) {
        UUID person = who.actor().personId();
        return attempts.take(PER_PERSON, person.toString()).flatMap(_ -> {
            OptionalLong step = Totp.stepOf(secret, code, clock.instant());
            if (step.isEmpty()) return Mono.error(failed(who, origin));
            return attempts.spend("totp", person + ":" + step.getAsLong(), 1, CODE_LIFE)
                    .onErrorMap(SecondFactorDesk::isSpent, _ -> failed(who, origin))
                    .then(attempts.forget(PER_PERSON, person.toString()));
        });
    }

    private static boolean isSpent(Throwable failure) {
        return failure instanceof RefusedException refused && refused.refusal() == SecurityRefusal.TOO_MANY_ATTEMPTS;
    }

    private RefusedException failed(Presence who, Origin origin) {
        audit.note(AccessNote.of(AccessKind.SECOND_FACTOR_FAILED, origin, who));
        return new RefusedException(SecurityRefusal.SECOND_FACTOR_WRONG);
    }

    private String uri(String account, String secret) {
        String issuer = URLEncoder.encode(properties.issuer(), StandardCharsets.UTF_8).replace("+", "%20");
        String label = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + issuer + ":" + label + "?secret=" + secret + "&issuer=" + issuer;
    }
}
