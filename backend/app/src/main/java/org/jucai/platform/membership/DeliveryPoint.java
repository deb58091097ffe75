package org.jucai.platform.membership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where an enterprise receives.
 *
 * @param zoneCode the one zone it maps to
 * @param railHeadMetres distance to the rail head by road
 * @param active false once retired: it takes no new demand
 */
public record DeliveryPoint(
        UUID id,
        UUID enterpriseId,
        String code,
        String name,
        @Nullable String address,
        String zoneCode,
        @Nullable Integer railHeadMetres,
        boolean active) {

    /** A place as it is handed in. */
    public record Place(
            String code, String name, @Nullable String address, String zoneCode, @Nullable Integer railHeadMetres) {

        DeliveryPoint at(UUID id, UUID enterpriseId) {
            return new DeliveryPoint(id, enterpriseId, code, name, address, zoneCode, railHeadMetres, true);
        }
    }
}
