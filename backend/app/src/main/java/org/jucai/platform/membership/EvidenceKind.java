package org.jucai.platform.membership;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Papers that show who a party is and what it may do. */
public enum EvidenceKind {
    BUSINESS_LICENCE, ENVIRONMENTAL_PERMIT, SAFETY_LICENCE, MINING_LICENCE, CUSTOMS_REGISTRATION, QUALITY_CERTIFICATE, OTHER;

    /** What must be current for admission and for new demand or offers. Enterprises burn, so they need a discharge permit. */
    static Set<EvidenceKind> required(@Nullable SupplierKind supplier) {
        return switch (supplier) {
            case null -> EnumSet.of(BUSINESS_LICENCE, ENVIRONMENTAL_PERMIT);
            case KILN -> EnumSet.of(BUSINESS_LICENCE, ENVIRONMENTAL_PERMIT);
            case MINE -> EnumSet.of(BUSINESS_LICENCE, MINING_LICENCE);
            case IMPORTER -> EnumSet.of(BUSINESS_LICENCE, CUSTOMS_REGISTRATION);
            case TRADER -> EnumSet.of(BUSINESS_LICENCE);
        };
    }
}
