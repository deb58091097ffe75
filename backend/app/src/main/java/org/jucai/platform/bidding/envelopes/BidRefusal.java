package org.jucai.platform.bidding.envelopes;

import org.jucai.platform.kernel.Refusal;

/** Why an envelope is not taken, or not given back, whatever it holds. */
public enum BidRefusal implements Refusal {
    ROUND_TAKES_NO_OFFERS(409),
    OFFERS_CLOSED(409),
    SUPPLIER_NOT_ADMITTED(403),
    NO_FIRST_OFFER(403),
    NO_ENVELOPE(404);

    private final int status;

    BidRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
