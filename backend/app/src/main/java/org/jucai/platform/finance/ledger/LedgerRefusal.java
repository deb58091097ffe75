package org.jucai.platform.finance.ledger;

import org.jucai.platform.kernel.Refusal;

/** Why the books say no. */
enum LedgerRefusal implements Refusal {
    LEDGER_REFERENCE_REUSED(409),
    LEDGER_DATED_AHEAD(422),
    LEDGER_POSTING_TAKEN_BACK(409),
    LEDGER_TAKEN_BACK_BEFORE_IT_WAS(422);

    private final int status;

    LedgerRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
