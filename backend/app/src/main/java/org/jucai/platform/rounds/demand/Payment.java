package org.jucai.platform.rounds.demand;

/** Paid in cash 现款 or bought through finance 代采. */
public enum Payment {
    CASH, FINANCED
}
