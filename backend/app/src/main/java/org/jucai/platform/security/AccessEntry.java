package org.jucai.platform.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access audit.
 *
 * @param account what was typed as account or number at sign-in
 * @param operationId the operation that was refused
 * @param problem the refusal's kebab name
 * @param times how often the same happened from the same place within the moment that was written together
 */
public record AccessEntry(
        UUID entryId,
        Instant occurredAt,
        AccessKind kind,
        @Nullable UUID personId,
        @Nullable UUID partyId,
        @Nullable String account,
        @Nullable String operationId,
        @Nullable String problem,
        Origin origin,
        int times) {

    /** What makes two entries the same but for their moment. */
    record Sameness(
            AccessKind kind,
            @Nullable UUID personId,
            @Nullable String account,
            @Nullable String operationId,
            @Nullable String problem,
            String address) {}

    Sameness sameness() {
        return new Sameness(kind, personId, account, operationId, problem, origin.address());
    }

    AccessEntry and(AccessEntry same) {
        return new AccessEntry(
                entryId, occurredAt, kind, personId, partyId, account, operationId, problem, origin, times + same.times);
    }
}
