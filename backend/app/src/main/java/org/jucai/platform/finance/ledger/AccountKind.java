package org.jucai.platform.finance.ledger;

/** On which side an account grows. */
public enum AccountKind {
    ASSET(1), EXPENSE(1), LIABILITY(-1), EQUITY(-1), INCOME(-1),
    /** 表外: what is promised or asked for, no money yet; grows in debit. */
    MEMORANDUM(1),
    MEMORANDUM_CONTRA(-1);

    private final int sign;

    AccountKind(int sign) {
        this.sign = sign;
    }

    /** 1 where debits make it grow, -1 where credits do: a balance times this is what people call it. */
    public int sign() {
        return sign;
    }
}
