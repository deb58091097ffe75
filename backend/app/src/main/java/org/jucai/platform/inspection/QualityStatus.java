package org.jucai.platform.inspection;

/** Where the goods of a batch stand on the quality track (lifecycle: delivery). */
public enum QualityStatus {
    /** Formed into a batch; nothing was drawn of it yet. */
    UNDER_TEST,
    SAMPLED, TESTED, ACCEPTED,
    /** 让步接收, or accepted with a price that quality changed. */
    ADJUSTED,
    REJECTED;

    public boolean isFinal() {
        return this == ACCEPTED || this == ADJUSTED || this == REJECTED;
    }
}
