package org.jucai.platform.award.decisions;

import org.jucai.platform.kernel.Refusal;

/** Why an award is not proposed, publicised, objected to or made final. */
enum AwardRefusal implements Refusal {
    AWARD_RUN_HAS_NO_AWARD(409),
    AWARD_RUN_REFUTED(409),
    AWARD_RUN_EXPLORATORY(409),
    AWARD_RUN_IS_A_SCENARIO(409),
    AWARD_RUN_OUTDATED(409),
    AWARD_ABOVE_CAPS(409),
    AWARD_OFFER_BINDS_NO_LONGER(409),
    AWARD_DECISION_OF_OTHERS(422),
    AWARD_LOT_NEEDS_REASONS(422),
    AWARD_NOT_PROPOSED(409),
    AWARD_NOT_AT_NOTICE(409),
    AWARD_NOT_REVOKED(409),
    NOT_A_WINNER(422),
    OBJECTION_TOO_LATE(409),
    NOT_CONCERNED_BY_AWARD(403),
    TOO_MANY_OBJECTIONS(409),
    OBJECTION_ALREADY_ANSWERED(409),
    OBJECTION_STILL_OPEN(409),
    OBJECTION_UPHELD(409);

    private final int status;

    AwardRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
