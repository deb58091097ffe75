package org.jucai.platform.finance.products;

import org.jucai.platform.kernel.Refusal;

/** Why terms are not entered. */
public enum ProductRefusal implements Refusal {
    PLEDGE_STEPS_DO_NOT_RISE(422),
    /** What is lent would stand above the ceiling on the first day. */
    ADVANCE_ABOVE_CEILING(422),
    MORE_THAN_THE_PRICE_IS_FINANCED(422),
    USUAL_TENOR_ABOVE_THE_LONGEST(422),
    OVERDUE_RATE_BELOW_THE_RATE(422),
    LOSS_SHARES_ABOVE_THE_WHOLE(422),
    PRODUCTS_TOO_MANY(409);

    private final int status;

    ProductRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
