package org.jucai.platform.award.allocations;

import org.jucai.platform.kernel.Refusal;

/** Why an allocation is not confirmed, objected to, answered or adjusted. */
enum AllocationRefusal implements Refusal {
    ALLOCATION_STATE_DOES_NOT_ALLOW(409),
    ALLOCATION_TERM_ENDED(409),
    ALLOCATION_SHARE_CHANGED(409);

    private final int status;

    AllocationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
