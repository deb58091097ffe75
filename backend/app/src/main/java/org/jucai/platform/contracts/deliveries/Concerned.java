package org.jucai.platform.contracts.deliveries;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whom a delivery concerns.
 *
 * @param buyerId who buys of the supplier: the member (agency) or the finance group (principal)
 * @param memberId for whom the goods are
 * @param storeId the supervised store that receives them; empty where the member does
 */
public record Concerned(UUID sellerId, UUID buyerId, UUID memberId, Optional<UUID> storeId) {

    /** At whose gate the truck stands. */
    public UUID receiverId() {
        return storeId.orElse(memberId);
    }

    /** All of them, each once. */
    public Set<UUID> all() {
        Set<UUID> all = new TreeSet<>(Set.of(sellerId));
        all.add(buyerId);
        all.add(memberId);
        storeId.ifPresent(all::add);
        return all;
    }
}
