package org.jucai.platform.rounds.pooling;

import java.util.Arrays;

/**
 * A draft of a block's grouping that can be changed and undone: which sites are open (meant to be viable), and which
 * open site, if any, each item is at. Items at none are the leftover.
 */
final class Sheet {

    static final int NOWHERE = -1;

    final Block block;
    final int[] at;
    final long[] mass;
    final boolean[] open;
    private final long[] firstMass;
    private final int rankLimit;
    private long leftover;
    private long opened;
    private long displeasure;
    private long[] log = new long[64];
    private int logged;

    Sheet(Block block, int rankLimit) {
        this.block = block;
        this.rankLimit = rankLimit;
        this.at = new int[block.size()];
        Arrays.fill(at, NOWHERE);
        this.mass = new long[block.sites()];
        this.open = new boolean[block.sites()];
        this.firstMass = new long[block.sites()];
        this.leftover = Arrays.stream(block.mass).sum();
        for (int i = 0; i < at.length; i++) for (int site : reach(i)) firstMass[site] += block.mass[i];
    }

    /** The same draft with every accepted grade to choose from. */
    Sheet freed() {
        Sheet freed = new Sheet(block, Integer.MAX_VALUE);
        for (int site = 0; site < open.length; site++) if (open[site]) freed.toggle(site);
        for (int i = 0; i < at.length; i++) if (at[i] != NOWHERE) freed.move(i, at[i]);
        freed.settle();
        return freed;
    }

    /** Sites the item may use in this draft, best-liked first. */
    int[] reach(int item) {
        int[] ranks = block.ranksOf[item];
        if (ranks[ranks.length - 1] <= rankLimit) return block.sitesOf[item];
        int end = 0;
        while (end < ranks.length && ranks[end] <= rankLimit) end++;
        return Arrays.copyOf(block.sitesOf[item], end);
    }

    boolean reaches(int item, int site) {
        return rankLimit == Integer.MAX_VALUE || block.rank(item, site) <= rankLimit;
    }

    /** Whether all who could come would make the site viable. */
    boolean isAlive(int site) {
        return firstMass[site] >= block.viable(site);
    }

    boolean canSpare(int item) {
        int site = at[item];
        return site == NOWHERE || mass[site] - block.mass[item] >= block.viable(site);
    }

    Score score() {
        return new Score(leftover, opened, displeasure);
    }

    void move(int item, int to) {
        int from = at[item];
        if (from == to) return;
        record(((long) item << 32) | (from & 0xFFFFFFFFL));
        apply(item, to);
    }

    void toggle(int site) {
        record(-1L - site);
        flip(site);
    }

    int mark() {
        return logged;
    }

    /** Forgets how to undo. */
    void settle() {
        logged = 0;
    }

    void undoTo(int mark) {
        while (logged > mark) {
            long entry = log[--logged];
            if (entry < 0) flip((int) (-1L - entry));
            else apply((int) (entry >> 32), (int) entry);
        }
    }

    /** The best-liked open site, or nowhere. */
    int home(int item) {
        for (int site : reach(item)) if (open[site]) return site;
        return NOWHERE;
    }

    private void flip(int site) {
        open[site] = !open[site];
        opened += open[site] ? 1 : -1;
    }

    private void apply(int item, int to) {
        int from = at[item];
        long weight = block.mass[item];
        if (from == NOWHERE) leftover -= weight;
        else leave(item, from, weight);
        if (to == NOWHERE) leftover += weight;
        else enter(item, to, weight);
        at[item] = to;
    }

    private void leave(int item, int site, long weight) {
        mass[site] -= weight;
        displeasure -= weight * block.rank(item, site);
    }

    private void enter(int item, int site, long weight) {
        mass[site] += weight;
        displeasure += weight * block.rank(item, site);
    }

    private void record(long entry) {
        if (logged == log.length) log = Arrays.copyOf(log, logged * 2);
        log[logged++] = entry;
    }
}
