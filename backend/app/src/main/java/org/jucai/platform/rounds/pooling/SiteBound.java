package org.jucai.platform.rounds.pooling;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A true lower bound of a block's leftover: the least leftover if items could be cut. Once it is decided which sites are
 * viable, the leftover is the mass of items that reach none of them; closing a site never lowers it. So, best first: take
 * the set of sites that leaves least; if they could all be viable ({@link SiteFlow}), that is the bound; if not, one of
 * the overdrawn must be closed: try each. When the work ends, the best set not yet refuted is a bound still.
 */
final class SiteBound {

    /** Above this many source–site pairs the first bound has to do: a flow would cost more than it tells. */
    private static final long LARGEST = 200_000;

    private final int sites;
    private final long[] supply;
    private final BitSet[] reach;
    private final long[] need;
    private final Work work;

    /** A set of sites still in question; {@code kept} must stay open here, for closing them was tried elsewhere. */
    private record Open(BitSet sites, BitSet kept, long leftover) {}

    private SiteBound(Block block, Work work) {
        this.sites = block.sites();
        this.work = work;
        this.need = IntStream.range(0, sites).mapToLong(block::viable).toArray();
        Map<String, Long> sources = new TreeMap<>();
        Map<String, BitSet> reaches = new TreeMap<>();
        for (int i = 0; i < block.size(); i++) {
            BitSet reached = new BitSet(sites);
            for (int site : block.sitesOf[i]) reached.set(site);
            sources.merge(reached.toString(), block.mass[i], Math::addExact);
            reaches.put(reached.toString(), reached);
        }
        this.supply = sources.values().stream().mapToLong(Long::longValue).toArray();
        this.reach = reaches.values().toArray(BitSet[]::new);
    }

    /** @param known the leftover of a grouping that was found: no bound above it is looked for */
    static long leftover(Block block, long known, Work work) {
        return known == 0 ? 0 : new SiteBound(block, work).leftover(known);
    }

    private long leftover(long known) {
        BitSet all = new BitSet(sites);
        for (int site = 0; site < sites; site++) all.set(site, reachable(site) >= need[site]);
        long first = leftover(all);
        if (first >= known || (long) supply.length * sites > LARGEST) return Math.min(first, known);
        PriorityQueue<Open> waiting = new PriorityQueue<>(Comparator.comparingLong(Open::leftover)
                .thenComparing(open -> open.sites().cardinality()));
        waiting.add(new Open(all, new BitSet(), first));
        SiteFlow flow = new SiteFlow(supply, reach, need);
        while (true) {
            Open best = waiting.poll();
            if (best == null || best.leftover() >= known) return known;
            if (!work.isLeft()) return best.leftover();
            BitSet overdrawn = flow.overdrawn(best.sites(), work);
            if (overdrawn.isEmpty()) return best.leftover();
            branch(best, overdrawn, waiting);
        }
    }

    private void branch(Open open, BitSet overdrawn, PriorityQueue<Open> waiting) {
        BitSet kept = (BitSet) open.kept().clone();
        for (int site = overdrawn.nextSetBit(0); site >= 0; site = overdrawn.nextSetBit(site + 1)) {
            if (kept.get(site)) continue;
            BitSet rest = (BitSet) open.sites().clone();
            rest.clear(site);
            waiting.add(new Open(rest, (BitSet) kept.clone(), leftover(rest)));
            work.spend(supply.length);
            kept.set(site);
        }
    }

    private long reachable(int site) {
        return IntStream.range(0, supply.length)
                .filter(source -> reach[source].get(site))
                .mapToLong(source -> supply[source])
                .sum();
    }

    private long leftover(BitSet open) {
        return IntStream.range(0, supply.length)
                .filter(source -> !reach[source].intersects(open))
                .mapToLong(source -> supply[source])
                .sum();
    }
}
