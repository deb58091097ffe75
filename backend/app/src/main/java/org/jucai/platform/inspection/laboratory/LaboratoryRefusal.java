package org.jucai.platform.inspection.laboratory;

import org.jucai.platform.kernel.Refusal;

/** Why a sample is not taken, or a result not entered, verified or issued. */
public enum LaboratoryRefusal implements Refusal {
    /** Misread: the check letter is another. */
    SAMPLE_CODE_MISREAD(422),
    SAMPLE_ARRIVED_ALREADY(409),
    /** Nothing is tested before it is there, or that is unfit. */
    SAMPLE_NOT_THERE(409),
    /** The version before is neither issued nor sent back. */
    RESULT_OPEN_ALREADY(409),
    /** Facts: limit. */
    RESULTS_TOO_MANY(409),
    CORRECTION_WITHOUT_REASON(422),
    /** Facts: status. */
    RESULT_STATE_DOES_NOT_ALLOW(409),
    TESTER_DOES_NOT_VERIFY(403),
    /** Facts: property. */
    READING_TWICE(422),
    /** Facts: property. */
    READING_IMPOSSIBLE(422),
    /** Facts: property. */
    READING_BASIS_WRONG(422),
    /** Facts: property, method. */
    METHOD_UNKNOWN(422),
    /** Facts: property. */
    RESULT_INCOMPLETE(422),
    /** Facts: sumPpm, mostPpm. */
    OXIDES_ABOVE_WHOLE(422),
    /** No number of a report, or its check letter is another. */
    REPORT_NUMBER_MISREAD(422),
    /** Nothing was issued under this number: the paper is of somebody else's making. */
    NO_SUCH_REPORT(404);

    private final int status;

    LaboratoryRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
