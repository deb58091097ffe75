package org.jucai.platform.contracts;

/** Where a contract stands (lifecycle: contract). */
public enum ContractStatus {
    DRAFTED, SIGNING, EFFECTIVE, COMPLETED, TERMINATED, DISPUTED;

    /** A terminal state is never left. */
    public boolean isTerminal() {
        return this == COMPLETED || this == TERMINATED;
    }
}
