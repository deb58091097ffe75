package org.jucai.platform.catalogue;

/** How far a figure can be trusted. */
public enum Confidence {
    /** Read in the source named beside it. */
    VERIFIED,
    /** General knowledge; shown as to be verified. */
    RECALLED,
    /** A working assumption; shown as to be verified. */
    ASSUMED;

    public boolean toBeVerified() {
        return this != VERIFIED;
    }
}
