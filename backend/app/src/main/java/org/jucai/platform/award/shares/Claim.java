package org.jucai.platform.award.shares;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * A demand line's claim to its lot.
 *
 * @param id ties are decided for the smaller id, in the order of UTF-16 code units: published before the round
 * @param cap most it pays for a tonne, delivered, tax and fee included; absent: any price
 * @param ownFreight from the lot's delivery to its own point, beyond what the offers contain
 * @param committedAt when it was committed; counts only where first come is first served
 */
public record Claim(String id, Kilograms minimum, Kilograms target, Kilograms maximum, @Nullable FenPerTonne cap,
                    FenPerTonne ownFreight, Instant committedAt) {

    public Claim {
        boolean ordered = minimum.compareTo(target) <= 0 && target.compareTo(maximum) <= 0;
        if (!ordered) throw new IllegalArgumentException("minimum, target and maximum are not in order: " + id);
    }
}
