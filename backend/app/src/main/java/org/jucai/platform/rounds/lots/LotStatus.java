package org.jucai.platform.rounds.lots;

/** Where a pooled order stands. */
public enum LotStatus {
    FORMING, FROZEN, TENDERED, AWARDED, PARTLY_AWARDED, FAILED, EXECUTING, COMPLETED
}
