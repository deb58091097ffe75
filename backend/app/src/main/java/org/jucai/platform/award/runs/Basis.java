package org.jucai.platform.award.runs;

/** Which rules an award is computed under. */
public enum Basis {
    /** The rules that the round was tendered under; only such an award may be proposed. */
    OFFICIAL,
    /** "What would it cost": without some of them, or with other bounds. */
    SCENARIO
}
