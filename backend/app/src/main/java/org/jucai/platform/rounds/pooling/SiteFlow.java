package org.jucai.platform.rounds.pooling;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Whether a set of sites could all be viable if items could be cut: a flow from items to the sites they may use, found by
 * augmenting paths (Ford and Fulkerson 1956). Items with the same sites are one source.
 */
final class SiteFlow {

    private final long[] supply;
    private final BitSet[] reach;
    private final long[] need;
    private final long[][] flow;
    private final long[] left;
    private final int[] siteBefore;
    private final int[] sourceBefore;

    SiteFlow(long[] supply, BitSet[] reach, long[] need) {
        this.supply = supply;
        this.reach = reach;
        this.need = need;
        this.flow = new long[supply.length][need.length];
        this.left = new long[supply.length];
        this.siteBefore = new int[supply.length];
        this.sourceBefore = new int[need.length];
    }

    /**
     * Empty where all open sites could be viable; else sites that together need more than all who may use any of them have, so
     * that one of them at least must be closed.
     */
    BitSet overdrawn(BitSet open, Work work) {
        System.arraycopy(supply, 0, left, 0, supply.length);
        for (long[] row : flow) Arrays.fill(row, 0);
        for (int site = open.nextSetBit(0); site >= 0; site = open.nextSetBit(site + 1)) {
            long lacks = need[site];
            while (lacks > 0) {
                BitSet seen = new BitSet(need.length);
                int source = search(site, open, seen, work);
                if (source < 0) return seen;
                lacks -= augment(site, source, lacks);
            }
        }
        return new BitSet();
    }

    /** A source with something left from which a path leads to the site, or −1; {@code seen} are the sites passed. */
    private int search(int site, BitSet open, BitSet seen, Work work) {
        BitSet met = new BitSet(supply.length);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        seen.set(site);
        queue.add(site);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            work.spend(supply.length);
            for (int source = 0; source < supply.length; source++) {
                if (met.get(source) || !reach[source].get(at)) continue;
                met.set(source);
                siteBefore[source] = at;
                if (left[source] > 0) return source;
                goOn(source, open, seen, queue);
            }
        }
        return -1;
    }

    /** Goes on to the open sites that the source gives to. */
    private void goOn(int source, BitSet open, BitSet seen, ArrayDeque<Integer> queue) {
        for (int other = open.nextSetBit(0); other >= 0; other = open.nextSetBit(other + 1)) {
            if (seen.get(other) || flow[source][other] == 0) continue;
            seen.set(other);
            sourceBefore[other] = source;
            queue.add(other);
        }
    }

    private long augment(int site, int source, long lacks) {
        long amount = Math.min(lacks, left[source]);
        for (int at = siteBefore[source]; at != site; at = siteBefore[sourceBefore[at]]) {
            amount = Math.min(amount, flow[sourceBefore[at]][at]);
        }
        left[source] -= amount;
        int giver = source;
        int at = siteBefore[source];
        flow[giver][at] += amount;
        while (at != site) {
            giver = sourceBefore[at];
            flow[giver][at] -= amount;
            at = siteBefore[giver];
            flow[giver][at] += amount;
        }
        return amount;
    }
}
