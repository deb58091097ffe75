package org.jucai.platform.award.trucks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Part loads into few trucks whose windows meet. Heaviest first, each into the truck that its member is on already, else into the
 * fullest that takes it (best fit decreasing); up to {@link #SMALL} loads a search then tries to do with fewer, within a fixed amount
 * of work, so that the same loads give the same trucks.
 */
final class Packing {

    static final int SMALL = 16;
    private static final int MOST_WORK = 200_000;

    /** A truck being filled. */
    private static final class Bin {
        private final List<PartLoad> loads = new ArrayList<>();
        private long kg;

        boolean takes(PartLoad load, long capacity) {
            return kg + load.kg() <= capacity && loads.stream().allMatch(other -> !other.from().isAfter(load.to()) && !load.from().isAfter(other.to()));
        }

        void add(PartLoad load) {
            loads.add(load);
            kg += load.kg();
        }

        void dropLast() {
            kg -= loads.removeLast().kg();
        }

        boolean carries(String member) {
            return loads.stream().anyMatch(load -> load.member().equals(member));
        }
    }

    private final List<PartLoad> loads;
    private final long capacity;
    private int work = MOST_WORK;

    private Packing(List<PartLoad> loads, long capacity) {
        this.loads = loads.stream().sorted(PartLoad.HEAVIEST).toList();
        this.capacity = capacity;
    }

    /** Loads by truck. */
    static List<List<PartLoad>> of(List<PartLoad> loads, long capacity) {
        return new Packing(loads, capacity).pack().stream().map(bin -> List.copyOf(bin.loads)).toList();
    }

    /** Mass over capacity, and loads of more than half a truck, none of which travel together. */
    static long least(List<PartLoad> loads, long capacity) {
        long kg = loads.stream().mapToLong(PartLoad::kg).sum();
        return Math.max(Math.ceilDiv(kg, capacity), loads.stream().filter(load -> 2 * load.kg() > capacity).count());
    }

    private List<Bin> pack() {
        List<Bin> best = bestFit();
        while (loads.size() <= SMALL && best.size() > least(loads, capacity)) {
            List<Bin> fewer = new ArrayList<>();
            if (!fits(0, fewer, best.size() - 1)) break;
            best = fewer;
        }
        return best;
    }

    private List<Bin> bestFit() {
        List<Bin> bins = new ArrayList<>();
        for (PartLoad load : loads) {
            Bin best = null;
            for (Bin bin : bins) if (bin.takes(load, capacity) && (best == null || better(bin, best, load))) best = bin;
            if (best == null) {
                best = new Bin();
                bins.add(best);
            }
            best.add(load);
        }
        return bins;
    }

    private static boolean better(Bin bin, Bin than, PartLoad load) {
        boolean own = bin.carries(load.member());
        return own == than.carries(load.member()) ? bin.kg > than.kg : own;
    }

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

    static LocalDate latestStart(List<PartLoad> loads) {
        return loads.stream().map(PartLoad::from).max(LocalDate::compareTo).orElseThrow();
    }

    static LocalDate earliestEnd(List<PartLoad> loads) {
        return loads.stream().map(PartLoad::to).min(LocalDate::compareTo).orElseThrow();
    }
}
