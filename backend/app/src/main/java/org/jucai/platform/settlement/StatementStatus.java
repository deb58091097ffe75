package org.jucai.platform.settlement;

/** Where a statement stands. */
public enum StatementStatus {
    /** 已出单: told to both sides, who agree, dispute, or say nothing. */
    DRAWN,
    /** 已确认, by speech or silence; never left. What was wrong is put right by a reversal. */
    AGREED,
    /** 争议. */
    DISPUTED
}
