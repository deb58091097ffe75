package org.jucai.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One browser session as Redis keeps it.
 *
 * @param key SHA-256 of the cookie's value, in hex
 * @param partyId whom the person acts for in it
 * @param csrfToken what changing requests must repeat
 * @param passwordMark changes with the person's password, so that a new password ends the sessions before it
 * @param since when the person signed in; turning the cookie over does not renew it
 * @param lastSeenAt to the minute
 * @param secondFactorAt when a second factor was shown, if it was
 * @param pending an authenticator being set up, if one is
 */
public record StoredSession(
        String key,
        UUID personId,
        UUID partyId,
        String csrfToken,
        String passwordMark,
        Origin origin,
        Instant since,
        Instant lastSeenAt,
        @Nullable Instant secondFactorAt,
        @Nullable Pending pending) {

    /** A new authenticator's secret, waiting for its first code. */
    public record Pending(String secret, Instant until) {}

    static final Duration SLIDING = Duration.ofHours(12);
    static final Duration ABSOLUTE = Duration.ofDays(7);
    private static final Duration SECOND_FACTOR = Duration.ofHours(12);
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final int HANDLE_LENGTH = 24;

    /** Names the session to its owner; tells nothing about the cookie. */
    public String handle() {
        return key.substring(0, HANDLE_LENGTH);
    }

    /** Twelve hours after it was last seen, seven days after sign-in at the latest. */
    public Instant expiresAt() {
        Instant sliding = lastSeenAt.plus(SLIDING);
        Instant absolute = since.plus(ABSOLUTE);
        return sliding.isBefore(absolute) ? sliding : absolute;
    }

    /** Tells one password hash from another without telling either. */
    static String markOf(String passwordHash) {
        return Secrets.hexDigest("mark:" + passwordHash).substring(0, HANDLE_LENGTH);
    }

    boolean isLiveAt(Instant now) {
        return now.isBefore(expiresAt());
    }

    boolean wantsTouchAt(Instant now) {
        return !now.isBefore(lastSeenAt.plus(TOUCH));
    }

    /** A second factor counts for twelve hours. */
    public boolean showsSecondFactorAt(Instant now) {
        return secondFactorAt != null && now.isBefore(secondFactorAt.plus(SECOND_FACTOR));
    }

    StoredSession seen(Instant now) {
        return new StoredSession(key, personId, partyId, csrfToken, passwordMark, origin, since, now, secondFactorAt, pending);
    }

    StoredSession turnedOver(String newKey, String newCsrfToken) {
        return new StoredSession(newKey, personId, partyId, newCsrfToken, passwordMark, origin, since, lastSeenAt, secondFactorAt, pending);
    }

    StoredSession actingFor(UUID party) {
        return new StoredSession(key, personId, party, csrfToken, passwordMark, origin, since, lastSeenAt, secondFactorAt, pending);
    }

    StoredSession showing(Instant at) {
        return new StoredSession(key, personId, partyId, csrfToken, passwordMark, origin, since, lastSeenAt, at, null);
    }

    StoredSession enrolling(Pending enrolment) {
        return new StoredSession(key, personId, partyId, csrfToken, passwordMark, origin, since, lastSeenAt, secondFactorAt, enrolment);
    }
}
