package org.jucai.platform.rounds.pooling;

import java.util.Comparator;

/**
 * Branch and bound over the items, heaviest first. At each node every aim has a true lower bound: leftover is at least
 * the mass of placed items at sites that can no longer become viable plus that of waiting items all of whose sites
 * cannot; lots are at least the sites used; displeasure at least what the placed items carry. A branch that cannot beat
 * the best known is cut, so what is left standing when the work suffices is the best in every aim.
 */
final class Exact {

    private final Block block;
    private final Comparator<Score> order;
    private final Work work;
    private final int[] at;
    private final int[] count;
    private final long[] mass;
    /** What a site could still weigh: what is there and all waiting items that could come. */
    private final long[] reachable;
    private int[] best;
    private Score bestScore;

    Exact(Block block, PoolRules.Priority priority, Work work, int[] known) {
        this.block = block;
        this.order = Score.by(priority);
        this.work = work;
        this.best = known.clone();
        this.bestScore = Score.of(block, known);
        this.at = new int[block.size()];
        this.count = new int[block.sites()];
        this.mass = new long[block.sites()];
        this.reachable = new long[block.sites()];
        for (int i = 0; i < block.size(); i++) for (int site : block.sitesOf[i]) reachable[site] += block.mass[i];
    }

    /** Whether the search ended by itself; {@link #best()} is then proven best in every aim. */
    boolean run() {
        descend(0, 0, 0);
        return work.isLeft();
    }

    int[] best() {
        return best;
    }

    private void descend(int item, long lots, long displeasure) {
        work.spend(block.sites() + 2L * (block.size() - item));
        if (!work.isLeft()) return;
        if (order.compare(new Score(leastLeftover(item), lots, displeasure), bestScore) >= 0) return;
        if (item == block.size()) {
            keepIfBetter();
            return;
        }
        int[] sites = block.sitesOf[item];
        for (int k = 0; k < sites.length && work.isLeft(); k++) {
            long more = displeasure + block.mass[item] * block.ranksOf[item][k];
            enter(item, sites[k]);
            descend(item + 1, lots + (count[sites[k]] == 1 ? 1 : 0), more);
            leave(item, sites[k]);
        }
    }

    private void keepIfBetter() {
        Score score = Score.of(block, at);
        if (order.compare(score, bestScore) >= 0) return;
        bestScore = score;
        best = at.clone();
    }

    private long leastLeftover(int next) {
        long least = 0;
        for (int site = 0; site < mass.length; site++) if (isDead(site)) least += mass[site];
        for (int i = next; i < block.size(); i++) if (allDead(block.sitesOf[i])) least += block.mass[i];
        return least;
    }

    private boolean allDead(int[] sites) {
        for (int site : sites) if (!isDead(site)) return false;
        return true;
    }

    private boolean isDead(int site) {
        return reachable[site] < block.viable(site);
    }

    private void enter(int item, int site) {
        at[item] = site;
        count[site]++;
        mass[site] += block.mass[item];
        for (int other : block.sitesOf[item]) if (other != site) reachable[other] -= block.mass[item];
    }

    private void leave(int item, int site) {
        count[site]--;
        mass[site] -= block.mass[item];
        for (int other : block.sitesOf[item]) if (other != site) reachable[other] += block.mass[item];
    }
}
