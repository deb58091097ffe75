package org.jucai.platform.rounds.pooling;

/**
 * The grouping found for a block.
 *
 * @param at the site of each item
 * @param bound no grouping leaves less
 * @param everyAim whether all aims are proven best
 */
record Solution(Block block, int[] at, Score score, long bound, boolean everyAim) {

    /** Blocks up to this size are searched to the end where the work suffices. */
    static final int SMALL = 24;

    static Solution of(Block block, PoolRules.Priority priority, Work work) {
        int[] found = better(block, priority,
                Leftovers.place(new Search(block, priority, work.part(4)).fromAllChoices()),
                Leftovers.place(new Search(block, priority, work.part(3)).fromFirstChoices()));
        boolean proven = false;
        if (block.size() <= SMALL) {
            Exact exact = new Exact(block, priority, work.part(2), found);
            proven = exact.run();
            found = exact.best();
        }
        Score score = Score.of(block, found);
        long bound = proven ? score.leftover() : SiteBound.leftover(block, score.leftover(), work);
        return new Solution(block, found, score, bound, proven);
    }

    private static int[] better(Block block, PoolRules.Priority priority, int[] one, int[] other) {
        return Score.by(priority).compare(Score.of(block, one), Score.of(block, other)) <= 0 ? one : other;
    }

    boolean leavesLeast() {
        return score.leftover() == bound;
    }
}
