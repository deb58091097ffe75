package org.jucai.platform.rounds.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A member who wants to know another's demand. It knows everything published, its own shares and, stronger than life, who is in
 * which cell; not the masses. Bounds every cell by propagating intervals over the tree (a part is at most its whole less the
 * least of its siblings, at least its whole less the most of them; the same for what was rolled up) until nothing moves, then
 * every other member in every cell. Shares no code with the publisher.
 */
final class Attacker {

    /** What the attacker knows of one other member's mass in one cell. */
    record Guess(String cell, UUID member, long least, long most, long truth) {

        long width() {
            return most - least;
        }

        /** Pinned down: the interval is narrower than 5/3 of the truth. */
        boolean isPinned() {
            return 3 * width() < 5 * truth;
        }
    }

    private final Map<String, Map<UUID, Long>> members = new HashMap<>();
    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Long> least = new HashMap<>();
    private final Map<String, Long> most = new HashMap<>();
    private final List<Map.Entry<Set<String>, Long>> rolledUp = new ArrayList<>();
    private final UUID self;
    private boolean moved;

    private Attacker(List<Share> world, UUID self) {
        this.self = self;
        for (Share share : world) {
            String path = "";
            count(path, share);
            for (String code : List.of(share.grade(), share.zone(), share.window())) {
                String below = path + "/" + code;
                parts.computeIfAbsent(path, _ -> new TreeSet<>()).add(below);
                path = below;
                count(path, share);
            }
        }
    }

    private void count(String path, Share share) {
        members.computeIfAbsent(path, _ -> new HashMap<>()).merge(share.party(), share.mass().kg(), Long::sum);
    }

    static List<Guess> guesses(Cell published, List<Share> world, UUID self) {
        Attacker attacker = new Attacker(world, self);
        for (String cell : attacker.members.keySet()) {
            attacker.least.put(cell, attacker.own(cell));
            attacker.most.put(cell, published.mass().kg());
        }
        attacker.read(published, "");
        attacker.propagate();
        return attacker.guesses();
    }

    private long own(String cell) {
        return members.get(cell).getOrDefault(self, 0L);
    }

    private void read(Cell cell, String path) {
        least.put(path, cell.mass().kg());
        most.put(path, cell.mass().kg());
        Set<String> held = new TreeSet<>(parts.getOrDefault(path, Set.of()));
        for (Cell part : cell.parts()) {
            held.remove(path + "/" + part.code());
            read(part, path + "/" + part.code());
        }
        rolledUp.add(Map.entry(held, cell.rolledUp().kg()));
    }

    private void propagate() {
        do {
            moved = false;
            rolledUp.forEach(entry -> narrow(entry.getKey(), entry.getValue(), entry.getValue()));
            parts.forEach((whole, some) -> {
                raise(whole, some.stream().mapToLong(least::get).sum());
                lower(whole, some.stream().mapToLong(most::get).sum());
                narrow(some, least.get(whole), most.get(whole));
            });
        } while (moved);
    }

    private void narrow(Set<String> some, long wholeLeast, long wholeMost) {
        long sumLeast = some.stream().mapToLong(least::get).sum();
        long sumMost = some.stream().mapToLong(most::get).sum();
        for (String part : some) {
            long newMost = wholeMost - (sumLeast - least.get(part));
            long newLeast = wholeLeast - (sumMost - most.get(part));
            if (newMost < most.get(part)) {
                sumMost += newMost - most.get(part);
                lower(part, newMost);
            }
            if (newLeast > least.get(part)) {
                sumLeast += newLeast - least.get(part);
                raise(part, newLeast);
            }
        }
    }

    private void raise(String cell, long value) {
        if (value <= least.get(cell)) return;
        least.put(cell, value);
        moved = true;
    }

    private void lower(String cell, long value) {
        if (value >= most.get(cell)) return;
        most.put(cell, value);
        moved = true;
    }

    private List<Guess> guesses() {
        Map<String, Map<UUID, long[]>> bounds = new HashMap<>();
        bound("", bounds);
        List<Guess> guesses = new ArrayList<>();
        members.forEach((cell, in) -> in.forEach((member, truth) -> {
            long[] between = bounds.get(cell).get(member);
            if (!member.equals(self) && truth > 0) guesses.add(new Guess(cell, member, between[0], between[1], truth));
        }));
        return guesses;
    }

    /** Least and most of every member in the cell, from the cell itself and from its parts. */
    private void bound(String cell, Map<String, Map<UUID, long[]>> bounds) {
        Set<String> below = parts.getOrDefault(cell, Set.of());
        below.forEach(part -> bound(part, bounds));
        Map<UUID, long[]> here = new HashMap<>();
        long others = most.get(cell) - own(cell);
        for (UUID member : members.get(cell).keySet()) {
            if (member.equals(self)) continue;
            long[] sum = below.isEmpty() ? new long[] {0, others} : new long[2];
            for (String part : below) {
                long[] in = bounds.get(part).getOrDefault(member, new long[2]);
                sum[0] += in[0];
                sum[1] += in[1];
            }
            here.put(member, new long[] {sum[0], Math.min(sum[1], others)});
        }
        long mostOfAll = here.values().stream().mapToLong(between -> between[1]).sum();
        long leastOfAll = least.get(cell) - own(cell);
        here.values().forEach(between -> between[0] = Math.max(between[0], leastOfAll - (mostOfAll - between[1])));
        bounds.put(cell, here);
    }
}
