package org.jucai.platform.rounds.pooling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Pooling: from committed demand lines to lots.
 *
 * <p>Every line goes to exactly one lot. A lot has one grade that all its lines accept, one size, packing and zone, and
 * windows that all meet; its minimum, target and maximum are the exact sums of its lines'. A lot is viable from the
 * round's mass for its grade on. Among all such groupings the one is sought that, in this order,
 * <ol>
 *   <li>leaves least: minimise Σ target of lines in lots below viable;
 *   <li>has fewest lots;
 *   <li>is liked best: minimise Σ target × rank of the lot's grade in the line's order (0 = first choice);
 *   <li>comes first in canonical order.
 * </ol>
 * ({@link PoolRules.Priority} may swap the second and third.) Filling thresholds with indivisible lines is bin covering,
 * NP-hard (Assmann, Johnson, Kleitman, Leung, "On a dual version of the one-dimensional bin packing problem", Journal of
 * Algorithms 5, 1984), so small blocks are searched to the end, large ones well, and each block says which:
 * {@link BlockProof}. The result is a function of the set of lines and the rules: neither order of input nor machine
 * changes it.
 */
public final class Pooling {

    private Pooling() {}

    /** Groups the lines of a locked round; no two may have the same id. */
    public static Grouping group(List<PoolLine> lines, PoolRules rules) {
        requireDistinct(lines);
        List<Blocks.Parcel> parcels =
                lines.stream().map(line -> Blocks.Parcel.of(line, Item.of(line, rules))).toList();
        return Assembly.of(parcels, Blocks.solve(parcels, rules), Set.of(), rules);
    }

    /**
     * Fill-the-gap: groups again after a lot was re-opened. Lines of viable lots stay where they are, and only gain
     * company; a line of a lot below viable moves only into a viable lot or to a grade it likes no less; lines may be added and
     * masses raised, nothing else may change.
     *
     * @param lots the lots as they stand, none frozen
     * @param before the lines of those lots, each in exactly one
     * @param now the same lines, masses raised or not, and the new ones
     */
    public static Grouping reopen(List<Lot> lots, List<PoolLine> before, List<PoolLine> now, PoolRules rules) {
        requireDistinct(now);
        Refill refill = Refill.of(lots, before, now, rules);
        return Assembly.of(refill.parcels(), Blocks.solve(refill.parcels(), rules), refill.kept(), rules);
    }

    /**
     * What other groupings of the same lines would give.
     *
     * @param trucks how truck loads of a grouping are counted
     * @return one row per {@link Alternative.Kind}, in its order, the grouping as it is first
     */
    public static List<Alternative> alternatives(List<PoolLine> lines, PoolRules rules, Alternative.TruckCount trucks) {
        return Alternatives.of(lines, rules, trucks);
    }

    private static void requireDistinct(List<PoolLine> lines) {
        Set<UUID> seen = new HashSet<>();
        for (PoolLine line : lines) {
            if (!seen.add(line.id())) throw new IllegalArgumentException("line " + line.id() + " is there twice");
        }
    }
}
