package org.jucai.platform.rounds.pooling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits the problem into its independent parts and solves each with its share of the work. */
final class Blocks {

    /** What lines of a lot must share besides the grade. */
    record Shelf(String size, String packing, String zone) {

        static final Comparator<Shelf> ORDER =
                Comparator.comparing(Shelf::size).thenComparing(Shelf::packing).thenComparing(Shelf::zone);

        static Shelf of(PoolLine line) {
            return new Shelf(line.size(), line.packing(), line.zone());
        }
    }

    /** An item, where it belongs, and the lines it stands for. */
    record Parcel(Shelf shelf, Item item, List<PoolLine> lines) {

        static Parcel of(PoolLine line, Item item) {
            return new Parcel(Shelf.of(line), item, List.of(line));
        }
    }

    /** A block's grouping and where it belongs. */
    record Solved(Shelf shelf, Solution solution) {}

    /** Steps that every block may take, however small its share. */
    private static final long LEAST_WORK = 20_000;

    private Blocks() {}

    static List<Solved> solve(List<Parcel> parcels, PoolRules rules) {
        Map<Shelf, List<Item>> shelves = new TreeMap<>(Shelf.ORDER);
        for (Parcel parcel : parcels) shelves.computeIfAbsent(parcel.shelf(), _ -> new ArrayList<>()).add(parcel.item());
        List<Solved> solved = new ArrayList<>();
        shelves.forEach((shelf, items) -> {
            for (Block block : Block.of(items).parts()) {
                long share = LEAST_WORK + rules.workLimit() * block.size() / parcels.size();
                solved.add(new Solved(shelf, Solution.of(block, rules.priority(), new Work(share))));
            }
        });
        return solved;
    }
}
