package org.jucai.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine's way in: acts as its owner, for one party, within its scopes. Its secret is not here, nor anywhere.
 *
 * @param hint the secret's last four characters
 */
public record ApiToken(
        UUID tokenId,
        UUID personId,
        UUID partyId,
        String name,
        Set<String> scopes,
        String hint,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** One year. */
    static final Duration LONGEST = Duration.ofDays(366);

    /** How many live tokens a person may have. */
    static final int AT_MOST = 20;

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    boolean isLiveAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
