package org.jucai.platform.finance.nightly;

/** What runs. */
public enum RunKind {
    /** The books derived anew from the journal and held against what stands. */
    REDERIVATION,
    /** Interest of the day. */
    INTEREST
}
