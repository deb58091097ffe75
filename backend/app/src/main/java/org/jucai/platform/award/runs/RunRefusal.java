package org.jucai.platform.award.runs;

import org.jucai.platform.kernel.Refusal;

/** Why no award is computed, or nothing of it is handed out. */
enum RunRefusal implements Refusal {
    AWARD_RUN_OFFICIAL_KEEPS_ITS_RULES(422),
    AWARD_RUN_RULE_UNKNOWN(422),
    AWARD_RUN_RULE_HAS_NO_SUCH_BOUND(422),
    AWARD_RUN_WITHOUT_OFFERS(409),
    AWARD_RUN_PROBLEM_REFUSED(422),
    AWARD_RUNS_TOO_MANY(409),
    AWARD_RUN_ENDED(409),
    AWARD_RUN_NOT_ENDED(409);

    private final int status;

    RunRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
