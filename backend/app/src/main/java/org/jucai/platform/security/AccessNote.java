package org.jucai.platform.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Refusal;

/** What is to be kept, before it has a time and an id. */
record AccessNote(
        AccessKind kind,
        Origin origin,
        @Nullable UUID personId,
        @Nullable UUID partyId,
        @Nullable String account,
        @Nullable String operationId,
        @Nullable String problem) {

    static AccessNote of(AccessKind kind, Origin origin, Presence who) {
        return new AccessNote(kind, origin, who.actor().personId(), who.actor().partyId(), null, null, null);
    }

    static AccessNote ofPerson(AccessKind kind, Origin origin, UUID personId) {
        return new AccessNote(kind, origin, personId, null, null, null, null);
    }

    static AccessNote signedIn(Origin origin, String account, Presence who) {
        return new AccessNote(AccessKind.SIGNED_IN, origin, who.actor().personId(), who.actor().partyId(), account, null, null);
    }

    static AccessNote signIn(AccessKind kind, Origin origin, String account, @Nullable UUID personId, Refusal refusal) {
        return new AccessNote(kind, origin, personId, null, account, "signIn", refusal.problem());
    }

    static AccessNote refused(Origin origin, @Nullable Presence who, @Nullable Operation operation, Refusal refusal) {
        return new AccessNote(
                AccessKind.REFUSED,
                origin,
                who == null ? null : who.actor().personId(),
                who == null ? null : who.actor().partyId(),
                null,
                operation == null ? null : operation.operationId(),
                refusal.problem());
    }
}
