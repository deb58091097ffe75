package org.jucai.platform.bidding.samples;

import org.jucai.platform.kernel.Refusal;

/** Why a sample is not registered or not moved. */
public enum SampleRefusal implements Refusal {
    LABORATORY_UNKNOWN(422),
    SAMPLE_SENT_IN_THE_FUTURE(422),
    SAMPLES_TOO_MANY(409),
    SAMPLE_STATE_DOES_NOT_ALLOW(409);

    private final int status;

    SampleRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
