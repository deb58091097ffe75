package org.jucai.platform.finance.ledger;

/** A line of a posting. @param amountFen in debit above zero, in credit below; the lines of a posting sum to zero */
public record Entry(int line, Account account, long amountFen) {}
