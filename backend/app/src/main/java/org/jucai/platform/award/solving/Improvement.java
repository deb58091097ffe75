package org.jucai.platform.award.solving;

/** Goes round the suppliers to make the best award cheaper, as long as that pays, for a part of the work that is done. */
final class Improvement {

    /** From this distance between award and bound on, half of the work; below it an eighth. */
    private static final double FAR = 1e-4;

    /** How often round the suppliers before it is given up. */
    private static final int ROUNDS = 24;
    private final TierSearch tiers;
    private final Work work;
    private final int suppliers;
    private int next;
    private int idle;
    private long spent;
    private long known = Long.MAX_VALUE;

    Improvement(TierSearch tiers, int suppliers, Work work) {
        this.tiers = tiers;
        this.suppliers = suppliers;
        this.work = work;
    }

    /** Looks at suppliers while it may and any is left that was not looked at since the award changed: each alone, then two together. */
    void go(Search search) {
        while (!work.isOver()) {
            Plan best = search.best();
            boolean far = search.objective() - search.bound() > FAR * search.objective();
            if (best == null || (far ? 2 : 8) * spent > work.done()) return;
            if (search.objective() < known) idle = 0;
            known = search.objective();
            if (idle >= ROUNDS * suppliers) return;
            int other = (next + idle / suppliers) % suppliers;
            idle++;
            long before = work.done();
            tiers.around(best.copy(), next, other, known);
            next = (next + 1) % suppliers;
            spent += work.done() - before;
        }
    }
}
