package org.jucai.platform.rounds.answers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one member answered to a round so far.
 *
 * @param waiting lines the secretariat entered that the member has not confirmed
 * @param counting lines that count, or counted once
 */
record MemberAnswer(
        UUID enterpriseId, int waiting, int counting, Optional<Instant> declinedAt, Optional<Instant> signedAt,
        Optional<Instant> remindedAt) {

    static MemberAnswer none(UUID enterpriseId) {
        return new MemberAnswer(enterpriseId, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whoever has a line to confirm is asked for that first; a line outweighs an earlier "nothing this time". */
    ChaseState state() {
        if (waiting > 0) return ChaseState.NOT_CONFIRMED;
        if (counting > 0) return signedAt.isPresent() ? ChaseState.ANSWERED : ChaseState.NOT_SIGNED;
        return declinedAt.isPresent() ? ChaseState.DECLINED : ChaseState.NOT_ANSWERED;
    }
}
