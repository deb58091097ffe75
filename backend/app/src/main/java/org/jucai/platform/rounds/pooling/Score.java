package org.jucai.platform.rounds.pooling;

import java.util.Comparator;

/**
 * What a grouping is judged by.
 *
 * @param leftover kilograms in lots below viable
 * @param lots how many lots
 * @param displeasure sum over lines of target kilograms × rank of the lot's grade: 0 where all have their first choice
 */
record Score(long leftover, long lots, long displeasure) {

    static final Score WORST = new Score(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    static Comparator<Score> by(PoolRules.Priority priority) {
        Comparator<Score> first = Comparator.comparingLong(Score::leftover);
        return switch (priority) {
            case FEWER_LOTS -> first.thenComparingLong(Score::lots).thenComparingLong(Score::displeasure);
            case PREFERENCE -> first.thenComparingLong(Score::displeasure).thenComparingLong(Score::lots);
        };
    }

    /** Judges a whole assignment of items to sites; {@link #WORST} where an item stands where it may not. */
    static Score of(Block block, int[] at) {
        long[] mass = new long[block.sites()];
        for (int i = 0; i < at.length; i++) mass[at[i]] += block.mass[i];
        boolean[] used = new boolean[block.sites()];
        long leftover = 0;
        long displeasure = 0;
        for (int i = 0; i < at.length; i++) {
            int rank = block.rank(i, at[i]);
            boolean left = mass[at[i]] < block.viable(at[i]);
            if (left && rank > block.items.get(i).rankIfLeft()) return WORST;
            if (left) leftover += block.mass[i];
            displeasure = Math.addExact(displeasure, Math.multiplyExact(block.mass[i], (long) rank));
            used[at[i]] = true;
        }
        long lots = 0;
        for (boolean each : used) if (each) lots++;
        return new Score(leftover, lots, displeasure);
    }
}
