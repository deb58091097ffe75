package org.jucai.platform.award.solving;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How many suppliers the rules ask for at least and at most. */
final class SupplierCount {

    private final int least;
    private final int most;

    SupplierCount(Model model) {
        int low = 0;
        int high = model.suppliers;
        for (Rule rule : model.problem.rules()) {
            if (rule instanceof Rule.MaxSuppliers max) high = Math.min(high, max.count());
            if (rule instanceof Rule.MinSuppliers min) low = Math.max(low, min.count());
        }
        least = low;
        most = high;
    }

    boolean holds(int[] tier) {
        long used = Arrays.stream(tier).filter(k -> k != Column.UNUSED).count();
        return used >= least && used <= most;
    }

    boolean allows(int[] tier, int s, int to) {
        long used = Arrays.stream(tier).filter(k -> k != Column.UNUSED).count() + (to == Column.UNUSED ? 0 : 1) - (tier[s] == Column.UNUSED ? 0 : 1);
        return used >= least && used <= most;
    }

    /** Takes everything from the smallest suppliers until there are at most so many more than may be. */
    void drop(double[] total, int more) {
        int[] bySize = IntStream.range(0, total.length).filter(s -> total[s] > 0).boxed().sorted(Comparator.comparingDouble(s -> total[s])).mapToInt(s -> s).toArray();
        for (int i = 0; i < bySize.length - most - more; i++) total[bySize[i]] = 0;
    }
}
