package org.jucai.platform.bidding.questions;

import org.jucai.platform.kernel.Refusal;

/** Why a question is not taken or not answered. */
public enum QuestionRefusal implements Refusal {
    QUESTIONS_CLOSED(409),
    QUESTIONS_TOO_MANY(409),
    QUESTION_ANSWERED_TOO_LATE(409),
    LOT_NOT_TENDERED(422);

    private final int status;

    QuestionRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
