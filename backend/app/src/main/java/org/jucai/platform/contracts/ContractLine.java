package org.jucai.platform.contracts;

/** A contract in a list: without its items, with their sums. */
public record ContractLine(Contract contract, long massKg, long totalFen, int items) {}
