package org.jucai.platform.rounds.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * How many parties hide one, and who counts as whom: connected parties know each other's demand and act together, so they
 * are one, as the hidden and as the hiding.
 *
 * @param k so many parties besides any one viewer
 * @param circles the one id that a connected party bears here; who is not named stands alone
 */
public record Crowd(int k, Map<UUID, UUID> circles) {

    public Crowd {
        circles = Map.copyOf(circles);
    }

    /** A crowd in which nobody is connected. */
    public static Crowd ofStrangers(int k) {
        return new Crowd(k, Map.of());
    }

    private UUID one(UUID party) {
        return circles.getOrDefault(party, party);
    }

    Map<UUID, Kilograms> together(Map<UUID, Kilograms> masses) {
        Map<UUID, Kilograms> together = new HashMap<>();
        masses.forEach((party, mass) -> together.merge(one(party), mass, Kilograms::plus));
        return together;
    }

    List<Share> together(Collection<Share> shares) {
        return shares.stream()
                .map(share -> new Share(one(share.party()), share.grade(), share.zone(), share.window(), share.mass()))
                .toList();
    }
}
