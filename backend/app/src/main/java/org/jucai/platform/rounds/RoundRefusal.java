package org.jucai.platform.rounds;

import org.jucai.platform.kernel.Refusal;

/** Why a round says no. */
public enum RoundRefusal implements Refusal {
    ROUND_STATE_DOES_NOT_ALLOW(409),
    ROUND_NOT_DRAFT(409),
    ROUND_DATES_PAST(422),
    ROUND_PERIODS_OUT_OF_ORDER(422),
    ROUND_WINDOWS_OVERLAP(422),
    ROUND_STEPS_NOT_RISING(422),
    ROUND_OFFERS_BELOW_PROFILE(422),
    ROUND_ANONYMITY_OR_DEPOSIT_OUT_OF_BOUNDS(422),
    GRADE_NOT_IN_CATALOGUE(422),
    REASON_MISSING(422),
    ROUND_ALREADY_FROZEN(409),
    ROUND_FILLING_GAP(409),
    ROUND_HAS_NO_LINES(422),
    AGREEMENT_TEXT_CHANGED(422),
    ROUND_NOT_FROZEN(409),
    ROUND_HAS_NO_LOTS(422),
    SECOND_QUOTE_NOT_IN_PROFILE(422),
    OWN_FREIGHT_NOT_FOR_EACH_ZONE(422),
    AWARD_RULE_UNSOUND(422),
    AWARD_RULE_LOT_UNKNOWN(422),
    OFFERS_NOT_DUE(409),
    OFFERS_DUE_ONLY_LATER(422),
    OPENING_NOT_DUE(409),
    PANEL_BELOW_PROFILE(422),
    PUBLICITY_NOT_ENDED(409),
    FOUR_EYES_NEEDED(409),
    NO_LOT_AWARDED(409),
    ROUND_STEP_HAS_NO_GATEKEEPER(409),
    LOT_DIGEST_DIFFERS(409);

    private final int status;

    RoundRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
