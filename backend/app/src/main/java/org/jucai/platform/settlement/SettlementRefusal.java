package org.jucai.platform.settlement;

import org.jucai.platform.kernel.Refusal;

/** Why settlement says no. */
enum SettlementRefusal implements Refusal {
    SETTLEMENT_STEP_OF_ANOTHER_PARTY(403),
    STATEMENT_STATE_DOES_NOT_ALLOW(409),
    DISPUTED_MORE_THAN_STATED(422),
    NOTHING_TO_SETTLE(409),
    INVOICE_NUMBER_USED_ALREADY(409),
    INVOICE_DOES_NOT_MATCH(422),
    INVOICE_TAX_DOES_NOT_MATCH(422),
    INVOICE_TAKES_BACK_NONE(422),
    INVOICE_DATED_AHEAD(422),
    PAYMENT_REFERENCE_USED_ALREADY(409),
    PAYMENT_EXCEEDS_DEBT(422),
    PAYMENT_DATED_AHEAD(422),
    TRANSFER_OF_SEVERAL_PARTIES(422),
    TRANSFER_NOT_SPLIT_EXACTLY(422),
    ROUND_NOT_TO_BE_CLOSED(409);

    private final int status;

    SettlementRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
