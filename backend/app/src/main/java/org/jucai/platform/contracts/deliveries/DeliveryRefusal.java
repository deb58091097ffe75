package org.jucai.platform.contracts.deliveries;

import org.jucai.platform.kernel.Refusal;

/** Why a delivery is not planned or not moved. */
public enum DeliveryRefusal implements Refusal {
    /** Facts: status. */
    DELIVERY_STATE_DOES_NOT_ALLOW(409),
    /** Another party of the contract does this. */
    DELIVERY_STEP_OF_ANOTHER_PARTY(403),
    /** Facts: roomKg, overKg. */
    DELIVERED_ABOVE_CONTRACT(409),
    /** Facts: day. */
    DAY_IS_BLOCKED(409),
    /** Facts: fromOn, toOn. */
    DAY_OUTSIDE_DELIVERY_WINDOW(422),
    STORE_UNKNOWN(422),
    /** Facts: heldKg. */
    RELEASED_ABOVE_HOLDING(422),
    /** Facts: code. */
    ITEM_NOT_OF_THIS_CONTRACT(422),
    DELIVERY_OF_THIS_TRUCK_NOT_FOUND(422),
    /** Facts: limit. */
    DELIVERIES_TOO_MANY(409),
    /** Its batch is not accepted. Facts: quality. */
    DELIVERY_WAITS_FOR_ITS_RESULT(409),
    /** A recall holds them back. Facts: code. */
    GOODS_ARE_RECALLED(409),
    CONTROL_PERIOD_RUNS_BACKWARDS(422),
    CONTROL_PERIOD_ENDED_ALREADY(409);

    private final int status;

    DeliveryRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
