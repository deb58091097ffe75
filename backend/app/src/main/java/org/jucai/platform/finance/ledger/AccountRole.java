package org.jucai.platform.finance.ledger;

/** What an account is for. Kind, owner and what it is kept apart by stand in {@code finance/posting-rules.json}. */
public enum AccountRole {
    /** Money at the bank, by bank account. Moved by bank statements alone. */
    CASH,
    /** 待查: what a bank statement said and nobody has matched yet; what came in stands in credit. */
    SUSPENSE,
    /** 已指令: payments asked of a bank and not confirmed, with its contra. */
    INSTRUCTED,
    INSTRUCTED_CONTRA,
    /** 保证金: held for whoever paid it. */
    DEPOSIT_HELD,
    /** Deposits kept 抵作违约金, for the keeper to hand on. */
    DEPOSIT_KEPT,
    /** Money for goods passing through the keeper's account: from members in credit, to suppliers in debit. */
    TRADE,
    /** Undrawn commitments of a lender, with their contra. */
    COMMITMENT,
    COMMITMENT_CONTRA,
    LOAN,
    INTEREST_RECEIVABLE,
    INTEREST_INCOME,
    FEE_RECEIVABLE,
    FEE_INCOME,
    /** Paid beyond what was owed: the borrower's money. */
    OVERPAID,
    /** Compensation of the fund that a lender holds against a loan. */
    COMPENSATION_HELD,
    LOAN_LOSS,
    RECOVERED,
    FUND_CAPITAL,
    FUND_COMPENSATION,
    FUND_RECOVERED,
    FUND_INCOME
}
