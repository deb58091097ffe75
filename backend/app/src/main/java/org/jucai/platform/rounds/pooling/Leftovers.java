package org.jucai.platform.rounds.pooling;

import java.util.stream.IntStream;

/**
 * Puts the items that are in no viable lot into few lots of their own: again and again the site that takes most of them
 * (Chvátal's greedy cover, Mathematics of Operations Research 4, 1979), ties to the heavier, then to the lower number.
 */
final class Leftovers {

    private final Block block;
    private final int[] at;
    private final boolean[] chosen;

    private Leftovers(Sheet sheet) {
        this.block = sheet.block;
        this.at = sheet.at.clone();
        this.chosen = new boolean[block.sites()];
    }

    /** A whole assignment: every item at some site. */
    static int[] place(Sheet sheet) {
        Leftovers leftovers = new Leftovers(sheet);
        leftovers.choose();
        leftovers.settle();
        return leftovers.at;
    }

    private void choose() {
        boolean[] waiting = new boolean[at.length];
        long[] count = new long[block.sites()];
        long[] mass = new long[block.sites()];
        for (int i = 0; i < at.length; i++) {
            waiting[i] = at[i] == Sheet.NOWHERE;
            if (waiting[i]) for (int site : allowed(i)) add(site, i, 1, count, mass);
        }
        for (int best = fullest(count, mass); best >= 0; best = fullest(count, mass)) {
            chosen[best] = true;
            for (int i : block.itemsOf[best]) {
                if (!waiting[i] || !mayStand(i, best)) continue;
                waiting[i] = false;
                for (int site : allowed(i)) add(site, i, -1, count, mass);
            }
        }
    }

    private void add(int site, int item, int sign, long[] count, long[] mass) {
        count[site] += sign;
        mass[site] += sign * block.mass[item];
    }

    private static int fullest(long[] count, long[] mass) {
        int best = -1;
        for (int site = 0; site < count.length; site++) {
            if (count[site] == 0) continue;
            boolean more = best < 0 || count[site] > count[best] || (count[site] == count[best] && mass[site] > mass[best]);
            if (more) best = site;
        }
        return best;
    }

    /** Each at the best-liked of the chosen sites. */
    private void settle() {
        for (int i = 0; i < at.length; i++) {
            if (at[i] != Sheet.NOWHERE) continue;
            for (int site : allowed(i)) {
                if (chosen[site] && at[i] == Sheet.NOWHERE) at[i] = site;
            }
        }
    }

    private boolean mayStand(int item, int site) {
        return block.rank(item, site) <= block.items.get(item).rankIfLeft();
    }

    private int[] allowed(int item) {
        return IntStream.of(block.sitesOf[item]).filter(site -> mayStand(item, site)).toArray();
    }
}
