package org.jucai.platform.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a party keeps to itself and its associations. */
public sealed interface Details {

    @Nullable String usccOverrideReason();

    /** Of an enterprise; masses are kilograms a year. */
    record OfEnterprise(
            List<OwnKilnType> kilnTypes,
            @Nullable Long capacityKgPerYear,
            @Nullable Long productKgPerYear,
            @Nullable Integer workers,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String usccOverrideReason) implements Details {
        public OfEnterprise {
            kilnTypes = List.copyOf(kilnTypes);
        }
    }

    /**
     * Of a supplier.
     *
     * @param materials codes of the grades it offers
     * @param vatRatePct rate of the invoices it issues
     */
    record OfSupplier(
            @Nullable String origin,
            List<String> materials,
            @Nullable Integer vatRatePct,
            @Nullable TransportMode transport,
            @Nullable Integer distanceKm,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String usccOverrideReason) implements Details {
        public OfSupplier {
            materials = List.copyOf(materials);
        }
    }
}
