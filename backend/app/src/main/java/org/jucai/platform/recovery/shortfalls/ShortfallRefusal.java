package org.jucai.platform.recovery.shortfalls;

import org.jucai.platform.kernel.Refusal;

/** Why a shortfall is not stated, divided or ended. */
enum ShortfallRefusal implements Refusal {
    SHORTFALL_STEP_OF_ANOTHER_PARTY(403),
    SHORTFALL_BEFORE_CONTRACTS_STAND(409),
    SHORTFALL_STATED_ALREADY(409),
    SHORTFALL_WHILE_THE_TERM_RUNS(409),
    SHORTFALL_BELOW_WHAT_COMES(422),
    SHORTFALL_ABOVE_WHAT_MAY_COME(422),
    SHORTFALL_IS_NONE(422),
    SHORTFALL_ENDED_ALREADY(409);

    private final int status;

    ShortfallRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
