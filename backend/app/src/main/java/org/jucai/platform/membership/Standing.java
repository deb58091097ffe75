package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a party may place new demand (an enterprise) or offers (a supplier), and why not.
 *
 * @param flags what stands against it; empty where nothing does
 * @param evidenceExpiresOn the day on which the first required evidence runs out
 */
public record Standing(Set<Flag> flags, @Nullable LocalDate evidenceExpiresOn) {

    /** What stands against new demand or offers. */
    public enum Flag { NOT_ADMITTED, SUSPENDED, LEFT, EVIDENCE_MISSING, EVIDENCE_EXPIRED }

    public Standing {
        flags = Set.copyOf(flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags));
    }

    public boolean mayPlaceDemand() {
        return flags.isEmpty();
    }
}
