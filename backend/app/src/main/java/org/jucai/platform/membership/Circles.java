package org.jucai.platform.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who belongs together, over any number of connections: whoever is connected with one of a circle is in it. */
final class Circles {

    /** Two parties that are connected. */
    record Pair(UUID one, UUID other) {}

    private final Map<UUID, UUID> towards = new HashMap<>();

    private Circles() {}

    /** For each party that is connected, the one id of its circle: the least. */
    static Map<UUID, UUID> of(List<Pair> pairs) {
        Circles circles = new Circles();
        for (Pair pair : pairs) circles.join(circles.of(pair.one()), circles.of(pair.other()));
        Map<UUID, UUID> all = new HashMap<>();
        for (Pair pair : pairs) {
            all.put(pair.one(), circles.of(pair.one()));
            all.put(pair.other(), circles.of(pair.other()));
        }
        return all;
    }

    private void join(UUID one, UUID other) {
        if (one.compareTo(other) < 0) towards.put(other, one);
        else if (one.compareTo(other) > 0) towards.put(one, other);
    }

    private UUID of(UUID party) {
        UUID at = party;
        for (UUID next = towards.get(at); next != null; next = towards.get(at)) at = next;
        return at;
    }
}
