package org.jucai.platform.contracts.weighing;

import org.jucai.platform.kernel.Refusal;

/** Why a weigh ticket is not taken. */
public enum WeighingRefusal implements Refusal {
    /** Facts: grossKg, tareKg. */
    TARE_NOT_BELOW_GROSS(422),
    /** Facts: limitKg. */
    HEAVIER_THAN_ANY_TRUCK(422),
    /** Facts: bridge, number. */
    WEIGH_TICKET_COUNTED_ALREADY(409),
    /** Facts: limit. */
    WEIGH_TICKETS_TOO_MANY(409),
    /** The destination has weighed already. */
    ORIGIN_TICKET_TOO_LATE(409),
    /** No file, or an empty one. */
    WEIGH_TABLE_MISSING(422),
    WEIGHBRIDGE_OF_THE_OTHER_SIDE(403);

    private final int status;

    WeighingRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
