package org.jucai.platform.rounds.trucks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * True lower bounds on the number of trucks, the largest of three:
 * <ul>
 *   <li>⌈Σ mass ÷ capacity⌉;
 *   <li>L2 of Martello and Toth ("Lower bounds and reduction procedures for the bin packing problem", Discrete Applied
 *       Mathematics 28, 1990): for each k ≤ capacity ÷ 2, loads over capacity − k and loads over capacity ÷ 2 travel without
 *       each other, and what the latter leave free must hold the loads from k to capacity ÷ 2;
 *   <li>windows of which no two meet: as many trucks as such windows.
 * </ul>
 */
final class LeastTrucks {

    private LeastTrucks() {}

    static long of(List<? extends Load> loads, long capacity) {
        if (loads.isEmpty()) return 0;
        long[] masses = loads.stream().mapToLong(load -> load.mass().kg()).sorted().toArray();
        long least = apart(loads);
        long[] prefix = new long[masses.length + 1];
        for (int i = 0; i < masses.length; i++) prefix[i + 1] = prefix[i] + masses[i];
        least = Math.max(least, up(prefix[masses.length], capacity));
        for (int i = 0; i < masses.length && masses[i] * 2 <= capacity; i++) {
            least = Math.max(least, martelloToth(masses, prefix, masses[i], capacity));
        }
        return least;
    }

    private static long martelloToth(long[] masses, long[] prefix, long k, long capacity) {
        int n = masses.length;
        int small = below(masses, k);
        int middle = below(masses, capacity / 2 + 1);
        int large = below(masses, capacity - k + 1);
        long alone = n - large;
        long halves = large - middle;
        long room = halves * capacity - (prefix[large] - prefix[middle]);
        long lacking = prefix[middle] - prefix[small] - room;
        return alone + halves + Math.max(0, up(lacking, capacity));
    }

    /** How many masses are below the value. */
    private static int below(long[] masses, long value) {
        int low = 0;
        int high = masses.length;
        while (low < high) {
            int at = (low + high) >>> 1;
            if (masses[at] < value) low = at + 1;
            else high = at;
        }
        return low;
    }

    private static long up(long mass, long capacity) {
        return mass <= 0 ? 0 : (mass + capacity - 1) / capacity;
    }

    /** Most windows of which no two meet: taking always the one that ends first is best. */
    private static long apart(List<? extends Load> loads) {
        long count = 0;
        LocalDate covered = LocalDate.MIN;
        for (Load load : loads.stream().sorted(Comparator.comparing(Load::to)).toList()) {
            if (!load.from().isAfter(covered)) continue;
            count++;
            covered = load.to();
        }
        return count;
    }
}
