package org.jucai.platform.rounds.trucks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bin packing with windows: part loads that may all share, into fewest trucks such that no truck is overloaded and all
 * windows in a truck meet. First fit decreasing (Johnson, Demers, Ullman, Garey, Graham, SIAM Journal on Computing 3, 1974)
 * gives a start; up to {@link #SMALL} loads a branch and bound tries to empty one truck after the other until the lower
 * bound is met or no plan with one fewer exists.
 */
final class Packing {

    static final int SMALL = 20;

    private static final Comparator<PartLoad> HEAVIEST =
            Comparator.comparing(PartLoad::mass).reversed().thenComparing(load -> load.lineId().toString());

    /** A truck being filled. */
    private static final class Bin {
        private final List<PartLoad> loads = new ArrayList<>();
        private long mass;

        private boolean takes(PartLoad load, long capacity) {
            if (mass + load.mass().kg() > capacity) return false;
            for (PartLoad other : loads) if (!other.window().meets(load.window())) return false;
            return true;
        }

        private void add(PartLoad load) {
            loads.add(load);
            mass += load.mass().kg();
        }

        private void dropLast() {
            mass -= loads.removeLast().mass().kg();
        }
    }

    private final List<PartLoad> loads;
    private final long capacity;
    private long work;

    private Packing(List<PartLoad> loads, TruckRules rules) {
        this.loads = loads.stream().sorted(HEAVIEST).toList();
        this.capacity = rules.capacity().kg();
        this.work = rules.workLimit();
    }

    /** Trucks, and how many at least are needed. */
    record Packed(List<SharedTruck> trucks, long least) {}

    static Packed of(List<PartLoad> loads, TruckRules rules) {
        return new Packing(loads, rules).pack();
    }

    private Packed pack() {
        List<Bin> best = firstFit();
        long least = LeastTrucks.of(loads, capacity);
        while (loads.size() <= SMALL && best.size() > least) {
            List<Bin> bins = new ArrayList<>();
            boolean fits = fits(0, bins, best.size() - 1);
            if (fits) best = bins;
            if (!fits && work > 0) least = best.size();
            if (!fits) break;
        }
        return new Packed(best.stream().map(bin -> SharedTruck.of(bin.loads)).toList(), least);
    }

    private List<Bin> firstFit() {
        List<Bin> bins = new ArrayList<>();
        List<Bin> roomy = new ArrayList<>();
        for (PartLoad load : loads) {
            Bin bin = roomy.stream().filter(each -> each.takes(load, capacity)).findFirst().orElse(null);
            if (bin == null) {
                bin = new Bin();
                bins.add(bin);
                roomy.add(bin);
            }
            bin.add(load);
            long smallest = loads.getLast().mass().kg();
            if (bin.mass + smallest > capacity) roomy.remove(bin);
        }
        return bins;
    }

    /** Whether the loads from {@code next} on fit into at most so many trucks; {@code bins} then hold the plan. */
    private boolean fits(int next, List<Bin> bins, int most) {
        if (next == loads.size()) return true;
        if (--work <= 0) return false;
        PartLoad load = loads.get(next);
        for (Bin bin : List.copyOf(bins)) {
            if (!bin.takes(load, capacity)) continue;
            bin.add(load);
            if (fits(next + 1, bins, most)) return true;
            bin.dropLast();
        }
        if (bins.size() == most) return false;
        Bin fresh = new Bin();
        fresh.add(load);
        bins.add(fresh);
        if (fits(next + 1, bins, most)) return true;
        bins.removeLast();
        return false;
    }
}
