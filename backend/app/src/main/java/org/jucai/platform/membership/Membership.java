package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One membership of an enterprise, or listing of a supplier, in one association. */
public record Membership(
        UUID id,
        UUID associationId,
        String associationNameZh,
        UUID memberId,
        MembershipState state,
        LocalDate appliedOn,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    public boolean isLive() {
        return state != MembershipState.LEFT;
    }
}
