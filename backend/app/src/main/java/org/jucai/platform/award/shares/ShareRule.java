package org.jucai.platform.award.shares;

/**
 * By which rule the awarded mass is shared; published before the round. Each share stays between the line's minimum and maximum
 * (William Thomson, "Axiomatic and game-theoretic analysis of bankruptcy and taxation problems", Mathematical Social Sciences 45,
 * 2003, of the rules without such bounds).
 */
public enum ShareRule {
    /** The same multiple of each target. */
    PROPORTIONAL,
    /** The same mass for each. */
    EQUAL_AWARDS,
    /** The same mass less, or more, than each target. */
    EQUAL_LOSSES,
    /** Minima for all, then targets, then maxima, who committed first first. For comparison. */
    FIRST_COMMITTED
}
