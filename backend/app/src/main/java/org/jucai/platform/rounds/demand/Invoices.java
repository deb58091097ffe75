package org.jucai.platform.rounds.demand;

/** Goods and freight on one invoice 一票 or on two 两票. */
public enum Invoices {
    ONE, TWO
}
