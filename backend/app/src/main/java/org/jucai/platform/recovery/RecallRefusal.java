package org.jucai.platform.recovery;

import org.jucai.platform.kernel.Refusal;

/** Why goods are not recalled, or a recall does not end. */
public enum RecallRefusal implements Refusal {
    /** Nothing came that this is said of, or nothing that the asking party has part in. */
    RECALL_REACHES_NOTHING(422),
    /** What is asked for is not said, or said twice. */
    RECALL_SUBJECT_UNCLEAR(422),
    /** Days run backwards, or are too many. Facts: limitDays. */
    RECALL_PERIOD_TOO_LONG(422),
    RECALL_ENDED_ALREADY(409),
    RECALL_ACKNOWLEDGED_ALREADY(409),
    /** Four eyes: who opened it does not lift it. */
    RECALL_LIFTED_BY_ANOTHER_PERSON(409),
    /** Not whom it concerns, nor who ends it. */
    RECALL_STEP_OF_ANOTHER_PARTY(403),
    /** Facts: waiting. */
    RECALL_NOT_ACKNOWLEDGED_BY_ALL(409);

    private final int status;

    RecallRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
