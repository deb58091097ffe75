package org.jucai.platform.rounds.trucks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jucai.platform.kernel.Kilograms;

/**
 * Bin packing with windows: loads that may all share, into few trucks such that no truck is overloaded and all windows in a truck meet.
 * Best fit decreasing (Johnson, Demers, Ullman, Garey, Graham, SIAM Journal on Computing 3, 1974) gives a start, in which what one owner has
 * goes onto a truck of its own first; up to {@link #SMALL} loads a branch and bound then tries to do with one truck fewer until the lower
 * bound is met or no plan with one fewer exists. Work is counted, not timed, so that the same loads give the same trucks.
 */
public final class Packing<L extends Load> {

    static final int SMALL = 20;

    private static final Comparator<Load> HEAVIEST = Comparator.comparing(Load::mass).reversed().thenComparing(Load::key);

    /** A truck being filled. */
    private static final class Bin<L extends Load> {
        private final List<L> loads = new ArrayList<>();
        private long mass;

        private boolean takes(L load, long capacity) {
            if (mass + load.mass().kg() > capacity) return false;
            for (L other : loads) if (other.to().isBefore(load.from()) || load.to().isBefore(other.from())) return false;
            return true;
        }

        private boolean carriesSomeOf(String owner) {
            return loads.stream().anyMatch(load -> load.owner().equals(owner));
        }

        private void add(L load) {
            loads.add(load);
            mass += load.mass().kg();
        }

        private void dropLast() {
            mass -= loads.removeLast().mass().kg();
        }
    }

    private final List<L> loads;
    private final long capacity;
    private long work;

    private Packing(List<L> loads, Kilograms capacity, long workLimit) {
        this.loads = loads.stream().sorted(HEAVIEST).toList();
        this.capacity = capacity.kg();
        this.work = workLimit;
    }

    /**
     * Loads by truck.
     *
     * @param least no plan needs fewer trucks
     */
    public record Packed<L extends Load>(List<List<L>> trucks, long least) {
        public Packed {
            trucks = trucks.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param capacity of one truck, at least the heaviest load
     * @param workLimit most steps of search
     */
    public static <L extends Load> Packed<L> of(List<L> loads, Kilograms capacity, long workLimit) {
        return new Packing<>(loads, capacity, workLimit).pack();
    }

    private Packed<L> pack() {
        List<Bin<L>> best = bestFit();
        long least = LeastTrucks.of(loads, capacity);
        while (loads.size() <= SMALL && best.size() > least) {
            List<Bin<L>> bins = new ArrayList<>();
            boolean fits = fits(0, bins, best.size() - 1);
            if (fits) best = bins;
            if (!fits && work > 0) least = best.size();
            if (!fits) break;
        }
        return new Packed<>(best.stream().map(bin -> bin.loads).toList(), least);
    }

    private List<Bin<L>> bestFit() {
        List<Bin<L>> bins = new ArrayList<>();
        List<Bin<L>> roomy = new ArrayList<>();
        for (L load : loads) {
            Bin<L> bin = null;
            for (Bin<L> each : roomy) if (each.takes(load, capacity) && (bin == null || better(each, bin, load))) bin = each;
            if (bin == null) {
                bin = new Bin<>();
                bins.add(bin);
                roomy.add(bin);
            }
            bin.add(load);
            if (bin.mass + loads.getLast().mass().kg() > capacity) roomy.remove(bin);
        }
        return bins;
    }

    /** Its owner's truck before another's, the fuller before the emptier, the first among equals. */
    private boolean better(Bin<L> one, Bin<L> than, L load) {
        boolean own = one.carriesSomeOf(load.owner());
        return own == than.carriesSomeOf(load.owner()) ? one.mass > than.mass : own;
    }

    /** Whether the loads from {@code next} on fit into at most so many trucks; {@code bins} then hold the plan. */
    private boolean fits(int next, List<Bin<L>> bins, int most) {
        if (next == loads.size()) return true;
        if (--work <= 0) return false;
        L load = loads.get(next);
        for (Bin<L> bin : List.copyOf(bins)) {
            if (!bin.takes(load, capacity)) continue;
            bin.add(load);
            if (fits(next + 1, bins, most)) return true;
            bin.dropLast();
        }
        if (bins.size() == most) return false;
        Bin<L> fresh = new Bin<>();
        fresh.add(load);
        bins.add(fresh);
        if (fits(next + 1, bins, most)) return true;
        bins.removeLast();
        return false;
    }
}
