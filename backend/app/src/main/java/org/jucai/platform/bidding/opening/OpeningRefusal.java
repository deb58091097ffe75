package org.jucai.platform.bidding.opening;

import org.jucai.platform.kernel.Refusal;

/** Why nothing is opened, or a share is not taken. */
public enum OpeningRefusal implements Refusal {
    OPENING_NOT_BEGUN(409),
    OPENING_NOT_SO_FAR(409),
    OPENING_IS_OVER(409),
    NOT_A_TRUSTEE_OF_THE_ROUND(403),
    RELEASE_OF_ANOTHER_TRUSTEE(422),
    RELEASE_OF_OTHER_SECTIONS(422),
    SHARE_OF_ANOTHER_SECTION(422),
    SHARES_ALREADY_RELEASED(409),
    ENVELOPE_NOT_DISPUTED(409),
    TRUSTEE_STILL_AWAITED(409),
    SEALING_RECORD_PROVES_NOTHING(422);

    private final int status;

    OpeningRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
