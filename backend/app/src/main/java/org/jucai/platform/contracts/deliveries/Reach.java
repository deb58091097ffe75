package org.jucai.platform.contracts.deliveries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which goods are looked for, and among whose.
 *
 * @param sellerId only this supplier's; {@code associationId}: only rounds of this association; {@code groupId}: only what this finance group has part in
 * @param partyId only what concerns this party as seller, buyer, member or store
 */
public record Reach(Of of, Optional<UUID> sellerId, Optional<UUID> associationId, Optional<UUID> groupId, Optional<UUID> partyId) {

    /** What the goods have in common. */
    public sealed interface Of {

        /** A lot 采购包 of a round. */
        record Lot(UUID lotId) implements Of {}

        /** Trucks, such as those of a batch. */
        record Trucks(Set<UUID> deliveryIds) implements Of {
            public Trucks {
                deliveryIds = Set.copyOf(deliveryIds);
            }
        }

        /** A supplier's quarry or kiln 料源. */
        record Source(UUID sellerId, String source) implements Of {}

        /** What a supplier's trucks brought on these days, in Beijing; both included. */
        record Period(UUID sellerId, LocalDate fromOn, LocalDate toOn) implements Of {}
    }

    /** Among everybody's. */
    public static Reach of(Of of) {
        return new Reach(of, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Reach ofSeller(UUID seller) {
        return new Reach(of, Optional.of(seller), associationId, groupId, partyId);
    }

    public Reach ofAssociation(UUID association) {
        return new Reach(of, sellerId, Optional.of(association), groupId, partyId);
    }

    public Reach ofGroup(UUID group) {
        return new Reach(of, sellerId, associationId, Optional.of(group), partyId);
    }

    public Reach concerning(UUID party) {
        return new Reach(of, sellerId, associationId, groupId, Optional.of(party));
    }
}
