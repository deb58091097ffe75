package org.jucai.platform.recovery;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/** Decides whether a truck that went back is replaced, and by how much: within the contract, and never by more than went back. Pure. */
final class ReplacementRules {

    static final int MOST = 20;

    private ReplacementRules() {}

    /** @param before what was planned in its place, first to last; what was cancelled leaves room for the next, what went back itself is replaced in turn */
    static Decision<Kilograms> decide(Delivery gone, List<Delivery> before, Optional<Kilograms> asked) {
        boolean went = gone.status() == DeliveryStatus.RETURNED || gone.status() == DeliveryStatus.REFUSED;
        if (!went) return refuse(ReplacementRefusal.DELIVERY_NEEDS_NO_REPLACEMENT, Map.of("status", gone.status().name()));
        Optional<Delivery> stands = before.stream().filter(each -> each.status() != DeliveryStatus.CANCELLED).findFirst();
        if (stands.isPresent()) return refuse(ReplacementRefusal.DELIVERY_REPLACED_ALREADY, Map.of("code", stands.get().code()));
        if (before.size() >= MOST) return refuse(ReplacementRefusal.REPLACED_TOO_OFTEN, Map.of("limit", MOST));
        Kilograms most = gone.settled().orElse(gone.planned().mass());
        Kilograms mass = asked.orElse(most);
        return mass.compareTo(most) > 0 ? refuse(ReplacementRefusal.REPLACEMENT_ABOVE_WHAT_WENT_BACK, Map.of("mostKg", most.kg())) : accept(mass);
    }
}
