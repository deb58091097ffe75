package org.jucai.platform.award.bundles;

import org.jucai.platform.kernel.Refusal;

/** Why documents of an award are not handed out. */
enum BundleRefusal implements Refusal {
    AWARD_NOT_PUBLICISED(409);

    private final int status;

    BundleRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
