package org.jucai.platform.rounds.demand;

import org.jucai.platform.kernel.Refusal;

/** Why a demand line is refused. */
public enum DemandRefusal implements Refusal {
    DEMAND_WINDOW_CLOSED(409),
    ROUND_NOT_OPEN(409),
    ROUND_SUSPENDED(409),
    ADDITIONS_ONLY(409),
    LINE_STATE_DOES_NOT_ALLOW(409),
    PRICE_CAP_IS_THE_MEMBERS(409),
    MASS_OUT_OF_ORDER(422),
    GRADE_NOT_IN_ROUND(422),
    WINDOW_OUT_OF_ORDER(422),
    WINDOW_OUTSIDE_ROUND(422),
    DELIVERY_POINT_NOT_YOURS(422),
    ZONE_NOT_IN_ROUND(422),
    NOT_A_MEMBER_OF_ASSOCIATION(403),
    ENTERPRISE_SUSPENDED(403),
    EVIDENCE_EXPIRED(403),
    ENTERPRISE_HAS_LINES(409);

    private final int status;

    DemandRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
