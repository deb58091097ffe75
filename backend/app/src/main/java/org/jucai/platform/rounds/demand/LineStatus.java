package org.jucai.platform.rounds.demand;

/** Where a demand line stands. */
public enum LineStatus {
    DRAFT, SUBMITTED, COMMITTED, POOLED, ALLOCATED, FULFILLED, WITHDRAWN, REJECTED, LAPSED, DEFAULTED
}
