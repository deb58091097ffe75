package org.jucai.platform.recovery.swaps;

import org.jucai.platform.kernel.Refusal;

/** Why a swap is not offered, accepted, agreed to or ended. */
enum SwapRefusal implements Refusal {
    SWAP_STEP_OF_ANOTHER_PARTY(403),
    SWAP_STATE_DOES_NOT_ALLOW(409),
    SWAP_MORE_THAN_IS_LEFT(409),
    SWAP_WHILE_A_SHORTFALL_WAITS(409),
    SWAP_OF_GOODS_NOT_CALLED_OFF_ANY_MORE(409),
    SWAP_OF_OTHER_GOODS(422),
    SWAP_WITH_ITSELF(422),
    SWAP_MEMBER_UNKNOWN(422),
    SWAP_ABOVE_MAXIMUM(422),
    SWAP_ABOVE_CAP(422),
    SWAP_WAITS_FOR_OTHERS(409);

    private final int status;

    SwapRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
