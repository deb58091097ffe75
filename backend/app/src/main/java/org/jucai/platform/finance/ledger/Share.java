package org.jucai.platform.finance.ledger;

/** A part of what is booked at one occasion, by name: the rules say which account takes it. */
public enum Share { AMOUNT, PRINCIPAL, INTEREST, FEE, OVER }
