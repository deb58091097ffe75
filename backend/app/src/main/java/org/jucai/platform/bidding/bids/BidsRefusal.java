package org.jucai.platform.bidding.bids;

import org.jucai.platform.kernel.Refusal;

/** Why opened offers are not shown or not judged. */
public enum BidsRefusal implements Refusal {
    ROUND_NOT_OPENED(409),
    BID_IS_NOT_THERE(422),
    BID_CANNOT_BE_TAKEN(409),
    BIDS_NOT_JUDGED(409);

    private final int status;

    BidsRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
