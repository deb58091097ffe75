package org.jucai.platform.rounds.pooling;

/** A true lower bound of a block's leftover. */
final class SiteBound {

    private SiteBound() {}

    static long leftover(Block block, long known, Work work) {
        boolean[] alive = new boolean[block.sites()];
        for (int site = 0; site < alive.length; site++) {
            long reachable = 0;
            for (int item : block.itemsOf[site]) reachable += block.mass[item];
            alive[site] = reachable >= block.viable(site);
        }
        long least = 0;
        for (int i = 0; i < block.size(); i++) {
            boolean hope = false;
            for (int site : block.sitesOf[i]) hope |= alive[site];
            if (!hope) least += block.mass[i];
        }
        return least;
    }
}
