package org.jucai.platform.rounds.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Kilograms;

/**
 * Chooses what to publish, from the top down. Of a published cell those parts are published that are safe by
 * themselves, fewer if needed, so that the parts held back are safe together (complementary suppression).
 *
 * <p>Why that suffices. Let the rest of a published cell be the cell less its published parts. The rests are disjoint, and
 * each published cell is a union of rests; so all that can be computed from the publication by adding and subtracting are
 * the sums of rests. Each rest is safe by {@link CellRule}, whoever looks at it. A rest that is one cell alone would be that
 * cell, hence unsafe if the cell is: so at least two cells are held back wherever one must be.
 *
 * <p>What it does not promise: nothing is claimed against one who learns masses elsewhere, nor against members who tell each
 * other theirs; connected parties come here under one id ({@link Crowd}).
 */
final class Hierarchy {

    private final int k;

    private Hierarchy(int k) {
        this.k = k;
    }

    /** @param earlier what was published before: nothing below it that was not told then is told now; null for the first time */
    static Optional<Cell> publish(Node total, int k, @Nullable Cell earlier) {
        if (!Node.areSafe(List.of(total), k)) return Optional.empty();
        return Optional.of(new Hierarchy(k).cell(total, earlier));
    }

    private Cell cell(Node node, @Nullable Cell earlier) {
        Predicate<Node> told = part -> earlier == null || find(earlier, part.code) != null;
        List<Node> shown = new ArrayList<>(node.safeParts(k).stream().filter(told).toList());
        shown.sort(Comparator.comparingLong(Node::kg).thenComparing(part -> part.code));
        List<Node> held = new ArrayList<>(node.parts.values());
        held.removeAll(shown);
        while (!Node.areSafe(held, k)) {
            Node next = nextToHold(shown, held);
            shown.remove(next);
            held.add(next);
        }
        List<Cell> parts = shown.stream()
                .sorted(Comparator.comparing(part -> part.code))
                .map(part -> cell(part, earlier == null ? null : find(earlier, part.code)))
                .toList();
        long rolledUp = held.stream().mapToLong(Node::kg).sum();
        return new Cell(node.code, new Kilograms(node.kg()), parts, new Kilograms(rolledUp));
    }

    /** The smallest that makes those held back safe; if none does alone, the smallest. */
    private Node nextToHold(List<Node> shown, List<Node> held) {
        for (Node candidate : shown) {
            List<Node> together = new ArrayList<>(held);
            together.add(candidate);
            if (Node.areSafe(together, k)) return candidate;
        }
        return shown.getFirst();
    }

    private static @Nullable Cell find(Cell cell, String code) {
        return cell.parts().stream().filter(part -> part.code().equals(code)).findFirst().orElse(null);
    }
}
