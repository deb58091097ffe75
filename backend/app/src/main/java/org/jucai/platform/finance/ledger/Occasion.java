package org.jucai.platform.finance.ledger;

/** What is booked. Which accounts it debits and credits with which share stands in {@code finance/posting-rules.json}, one entry each. */
public enum Occasion {
    /** A bank statement's line of money that came; of money that went. By {@code banking} alone: nothing else moves cash. */
    CASH_RECEIVED, CASH_PAID,
    /** A payment asked of a bank; the same ended, by its statement or by its refusal. */
    PAYMENT_INSTRUCTED, PAYMENT_INSTRUCTION_ENDED,
    /** What came and stands in suspense is a deposit; a deposit paid back (what went stands in suspense), turned to the debt for goods, kept. */
    DEPOSIT_HELD, DEPOSIT_RELEASED, DEPOSIT_APPLIED, DEPOSIT_KEPT, DEPOSIT_KEPT_PAID,
    /** Money for goods that came from a member; that went to a supplier. */
    TRADE_RECEIVED, TRADE_PAID,
    COMMITMENT_OPENED, COMMITMENT_ENDED,
    /** The commitment becomes a loan: what went stands in suspense. */
    DRAWDOWN_DISBURSED,
    INTEREST_ACCRUED, FEE_CHARGED,
    /** Interest reckoned too high before: a payment or a rate became known for a day that was booked. */
    INTEREST_CORRECTED,
    /** What came pays fee, interest, principal; beyond it is the borrower's. */
    REPAYMENT_RECEIVED, REDEMPTION_RECEIVED, OVERPAYMENT_RETURNED, OVERPAYMENT_USED,
    COMPENSATION_RECEIVED, LOAN_WRITTEN_OFF, LOAN_RECOVERED,
    FUND_CONTRIBUTED, FUND_COMPENSATED, FUND_RECOVERED, FUND_EARNED,
    /** Takes a posting back, line by line. Made by {@link Ledger#reverse}. */
    REVERSAL
}
