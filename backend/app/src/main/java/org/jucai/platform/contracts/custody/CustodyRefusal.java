package org.jucai.platform.contracts.custody;

import org.jucai.platform.kernel.Refusal;

/** Why a parcel does not move. */
public enum CustodyRefusal implements Refusal {
    /** It was moved, parted or joined already, or never was. */
    PARCEL_NOT_THERE(409),
    PARCEL_PLEDGED(409),
    PARCEL_UNDER_TEST(409),
    /** The place or the owner does not allow it. */
    PARCEL_STANDS_ELSEWHERE(409),
    PARCELS_NOT_ALIKE(409),
    /** Facts: wholeKg, partsKg. */
    PARCEL_PARTS_DIFFER(422);

    private final int status;

    CustodyRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
