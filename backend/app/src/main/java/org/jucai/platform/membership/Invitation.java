package org.jucai.platform.membership;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Role;

/** An invitation that was sent; its secret is known only to whoever got the text. */
public record Invitation(
        UUID id,
        PartyName party,
        String name,
        String phone,
        Set<Role> roles,
        @Nullable UUID belongsToMemberId,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable UUID personId,
        @Nullable String acceptKey) {

    /** Where an invitation stands. */
    public enum State { OPEN, ACCEPTED, EXPIRED }

    public Invitation {
        roles = Set.copyOf(roles);
    }

    public State state(Instant now) {
        if (acceptedAt != null) return State.ACCEPTED;
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
