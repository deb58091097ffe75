package org.jucai.platform.rounds;

/** Where a procurement round stands. */
public enum RoundStatus {
    DRAFT, ANNOUNCED, COLLECTING, LOCKED, POOLED, TENDERING, CLOSED, OPENED, EVALUATED, PUBLICISED, AWARDED, EXECUTING, SETTLED,
    SUSPENDED, CANCELLED, FAILED;

    /** A terminal state is never left. */
    public boolean isTerminal() {
        return this == SETTLED || this == CANCELLED || this == FAILED;
    }
}
