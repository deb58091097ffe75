package org.jucai.platform.membership;

import org.jucai.platform.kernel.Refusal;

/** Why a change of a party is refused. */
public enum MembershipRefusal implements Refusal {
    PARTY_UNKNOWN(404),
    PARTY_CODE_TAKEN(409),
    PARTY_KIND_IS_ADMITTED_ELSEWHERE(422),
    USCC_TAKEN(409),
    USCC_MALFORMED(422),
    USCC_OVERRIDE_NEEDED(422),
    EVIDENCE_MISSING_OR_EXPIRED(422),
    DATES_REVERSED(422),
    MEMBERSHIP_STATE_FORBIDS(409),
    MEMBERSHIP_ALREADY_LIVE(409),
    NOT_OF_YOUR_ASSOCIATION(403),
    FIELD_KEPT_BY_ASSOCIATION(403),
    DELIVERY_POINT_CODE_TAKEN(409),
    DELIVERY_POINT_UNKNOWN(404),
    CONNECTED_WITH_ITSELF(422),
    CONNECTION_ALREADY_KNOWN(409),
    SUPPLIER_SIZE_BELOW_FIGURES(422),
    SUPPLIER_SIZE_YEAR_AHEAD(422),
    SUPPLIER_SIZE_UNKNOWN(404),
    SUPPLIER_SIZE_REPLACED(409),
    SUPPLIER_SIZE_ALREADY_JUDGED(409);

    private final int status;

    MembershipRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
