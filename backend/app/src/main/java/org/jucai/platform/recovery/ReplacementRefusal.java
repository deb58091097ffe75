package org.jucai.platform.recovery;

import org.jucai.platform.kernel.Refusal;

/** Why no truck is planned in place of another. */
public enum ReplacementRefusal implements Refusal {
    /** It neither went back nor was refused at the gate. Facts: status. */
    DELIVERY_NEEDS_NO_REPLACEMENT(409),
    /** Facts: code, of the truck that replaces it. */
    DELIVERY_REPLACED_ALREADY(409),
    /** Facts: mostKg. */
    REPLACEMENT_ABOVE_WHAT_WENT_BACK(422),
    /** Facts: limit. */
    REPLACED_TOO_OFTEN(409);

    private final int status;

    ReplacementRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
