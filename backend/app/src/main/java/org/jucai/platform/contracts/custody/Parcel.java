package org.jucai.platform.contracts.custody;

import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * Kilograms that stand alike. A parcel never changes: a move ends it and makes others of the same mass.
 *
 * @param deliveryId the truck it came on, also after splits: so a recall finds it
 */
public record Parcel(UUID id, UUID deliveryId, Kilograms mass, Standing standing) {

    public Parcel {
        if (mass.kg() == 0) throw new IllegalArgumentException("a parcel of nothing");
    }
}
