package org.jucai.platform.award.runs;

/** Where a computation of an award stands. */
public enum RunStatus {
    /** Nobody has begun it yet. */
    WAITING,
    SOLVING,
    /** An award that the checker confirms. */
    SOLVED,
    /** No award obeys the rules, and the checker confirms that. */
    INFEASIBLE,
    /** None was found within the limit, or before somebody said stop. */
    UNDECIDED,
    /** The checker does not confirm what was computed: nothing of it is used. */
    REFUTED,
    /** It came to no end; the fault says why. */
    FAILED;

    public boolean hasEnded() {
        return this != WAITING && this != SOLVING;
    }
}
