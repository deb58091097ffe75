package org.jucai.platform.trace;

import org.jucai.platform.kernel.Refusal;

/** Why a code is not followed. */
public enum TraceRefusal implements Refusal {
    /** Not of the shape of any code. */
    TRACE_CODE_UNREADABLE(422),
    /** A letter is wrong or two changed places: the check letter says so. */
    TRACE_CODE_MISREAD(422),
    /** Well written, and nothing bears it. */
    TRACE_CODE_UNKNOWN(404),
    /** The seal in the QR code was not made here for this code. */
    LABEL_FORGED(422),
    /** Sealed here once, by a key that was withdrawn since. Facts: key. */
    LABEL_OF_A_WITHDRAWN_KEY(422),
    /** The last key that still counts; a new one first. */
    LABEL_KEY_IN_USE(409);

    private final int status;

    TraceRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
