package org.jucai.platform.contracts.custody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/** The parcels that stand, by id. What is derived from all moves in their order equals what is kept. */
public record Holding(Map<UUID, Parcel> parcels) {

    public static final Holding EMPTY = new Holding(Map.of());

    public Holding {
        parcels = Map.copyOf(parcels);
    }

    public static Holding of(List<Parcel> standing) {
        Map<UUID, Parcel> parcels = new LinkedHashMap<>();
        standing.forEach(parcel -> parcels.put(parcel.id(), parcel));
        return new Holding(parcels);
    }

    /** The same, from the beginning. */
    public static Holding derived(List<Moved> moves) {
        Holding holding = EMPTY;
        for (Moved moved : moves) holding = holding.after(moved);
        return holding;
    }

    /** @throws IllegalStateException where a move ends what does not stand, or makes what stands: such a history is damaged */
    public Holding after(Moved moved) {
        Map<UUID, Parcel> next = new LinkedHashMap<>(parcels);
        for (UUID ended : moved.ended()) {
            if (next.remove(ended) == null) throw new IllegalStateException("ended twice: " + ended);
        }
        for (Parcel made : moved.made()) {
            if (next.put(made.id(), made) != null) throw new IllegalStateException("made twice: " + made.id());
        }
        return new Holding(next);
    }

    Optional<Parcel> find(UUID id) {
        return Optional.ofNullable(parcels.get(id));
    }

    public Kilograms mass() {
        return parcels.values().stream().map(Parcel::mass).reduce(Kilograms.ZERO, Kilograms::plus);
    }
}
