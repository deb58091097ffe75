package org.jucai.platform.rounds.demand;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What placing demand needs to know of an enterprise.
 *
 * @param associations those it belongs to now
 * @param bar why it may not place new demand, if so
 * @param places where it receives, the usual one first
 */
public record Member(
        UUID enterpriseId, String code, String name, Set<UUID> associations, Optional<DemandRefusal> bar, List<Place> places) {

    /** A delivery point and the one zone it maps to. */
    public record Place(UUID id, String name, String zone) {}

    public Member {
        associations = Set.copyOf(associations);
        places = List.copyOf(places);
    }

    Optional<Place> place(Optional<UUID> wanted) {
        return wanted.isEmpty() ? places.stream().findFirst() : places.stream().filter(place -> place.id().equals(wanted.get())).findFirst();
    }
}
