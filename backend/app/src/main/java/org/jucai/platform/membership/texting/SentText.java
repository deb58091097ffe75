package org.jucai.platform.membership.texting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text message; its words are not told.
 *
 * @param phone the middle digits are hidden
 * @param lastError why the last attempt failed
 */
public record SentText(
        UUID id,
        String phone,
        String purpose,
        State state,
        int attempts,
        Instant queuedAt,
        Instant goodUntil,
        Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable Instant givenUpAt,
        @Nullable String lastError) {

    /** Where a text stands. EXPIRED: it was not sent while it was still worth sending. */
    public enum State { WAITING, SENT, EXPIRED, GIVEN_UP }
}
