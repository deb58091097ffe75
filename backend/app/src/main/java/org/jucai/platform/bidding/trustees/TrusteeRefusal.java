package org.jucai.platform.bidding.trustees;

import org.jucai.platform.kernel.Refusal;

/** Why something about trustees or their keys is refused. */
public enum TrusteeRefusal implements Refusal {
    PARTY_IS_NO_TRUSTEE(403),
    TRUSTEE_CARD_OF_ANOTHER(422),
    TRUSTEE_KEY_TAKEN(409),
    TRUSTEE_KEY_NOT_PENDING(409),
    TRUSTEE_KEY_ENDED(409),
    TRUSTEE_KEY_IN_USE(409),
    TRUSTEE_PARTY_UNFIT(422),
    TRUSTEE_KEY_MISSING(409),
    TRUSTEES_NOT_THREE(409),
    TRUSTEES_ON_ONE_SIDE(422);

    private final int status;

    TrusteeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
