package org.jucai.platform.inspection;

import org.jucai.platform.kernel.Refusal;

/** Why a batch is not formed, or its inspection does not go on. */
public enum InspectionRefusal implements Refusal {
    /** Facts: overKg. */
    BATCH_ABOVE_HUNDRED_TONNES(422),
    /** Another supplier, contract, grade, size, packing or receiver. */
    BATCH_OF_DIFFERENT_GOODS(422),
    /** Goods are sampled once they are unloaded, and before they leave quarantine. Facts: code. */
    DELIVERY_NOT_IN_QUARANTINE(409),
    /** Facts: code. */
    DELIVERY_IN_A_BATCH_ALREADY(409),
    INSPECTION_STEP_OF_ANOTHER_PARTY(403),
    /** Facts: status. */
    INSPECTION_STATE_DOES_NOT_ALLOW(409),
    SAMPLE_KINDS_WRONG(422),
    SAMPLE_LABORATORY_UNKNOWN(422),
    UMPIRE_IS_NOT_ANOTHER_LABORATORY(422),
    SEAL_USED_ALREADY(409),
    /** Facts: kind. */
    NO_SUCH_SAMPLE(409),
    /** Facts: number. */
    RESULT_WAS_CORRECTED(409),
    /** Facts: until. */
    CONTEST_TOO_LATE(409),
    /** The contract decides already: quality is not for the buyer to judge. Facts: quality. */
    QUALITY_IS_DECIDED(409),
    /** The formula has no terms for a concession. */
    CONCESSION_HAS_NO_TERMS(409),
    /** Until nothing is tested any more, only the receiver and the laboratory know codes. */
    REPORT_BEARS_THE_CODE(409);

    private final int status;

    InspectionRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
