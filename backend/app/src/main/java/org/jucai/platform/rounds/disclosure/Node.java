package org.jucai.platform.rounds.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A cell with all it is made of; secret. {@code mass} is what is to be published, {@code change} how far each party's mass
 * moved since the last publication (empty where there was none).
 */
final class Node {

    final String code;
    final Map<String, Node> parts = new TreeMap<>();
    private final Map<UUID, Long> mass = new HashMap<>();
    private final Map<UUID, Long> change = new HashMap<>();

    Node(String code) {
        this.code = code;
    }

    /** The hierarchy total → grade → zone → window. */
    static Node tree(Collection<Share> now, Collection<Share> before, boolean published) {
        Node total = new Node("");
        for (Share share : now) total.add(share, share.mass().kg(), published ? share.mass().kg() : 0);
        for (Share share : before) total.add(share, 0, -share.mass().kg());
        return total;
    }

    private void add(Share share, long kg, long moved) {
        Node at = this;
        at.count(share.party(), kg, moved);
        for (String code : List.of(share.grade(), share.zone(), share.window())) {
            at = at.parts.computeIfAbsent(code, Node::new);
            at.count(share.party(), kg, moved);
        }
    }

    private void count(UUID party, long kg, long moved) {
        mass.merge(party, kg, Math::addExact);
        change.merge(party, moved, Math::addExact);
    }

    long kg() {
        return mass.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the sum over these nodes may be known, and how far it moved. No nodes tell nothing. */
    static boolean areSafe(Collection<Node> nodes, int k) {
        if (nodes.isEmpty()) return true;
        Map<UUID, Long> mass = new HashMap<>();
        Map<UUID, Long> change = new HashMap<>();
        for (Node node : nodes) {
            node.mass.forEach((party, kg) -> mass.merge(party, kg, Math::addExact));
            node.change.forEach((party, kg) -> change.merge(party, kg, Math::addExact));
        }
        List<Long> moved = change.values().stream().map(Math::abs).filter(kg -> kg > 0).toList();
        return CellRule.isSafe(mass.values(), k) && (moved.isEmpty() || CellRule.isSafe(moved, k));
    }

    /** Its parts that are safe by themselves. */
    List<Node> safeParts(int k) {
        return new ArrayList<>(parts.values().stream().filter(part -> areSafe(List.of(part), k)).toList());
    }
}
