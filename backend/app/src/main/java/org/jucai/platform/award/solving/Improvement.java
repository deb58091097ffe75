package org.jucai.platform.award.solving;

/** Goes round the suppliers to make the best award cheaper, as long as that pays, for a part of the work that is done. */
final class Improvement {

    private static final int SHARE = 2;

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

    /** Looks at suppliers while it may and any is left that was not looked at since the award changed. */
    void go(Search search) {
        while (!work.isOver()) {
            Plan best = search.best();
            if (best == null || SHARE * spent > work.done()) return;
            if (search.objective() < known) idle = 0;
            known = search.objective();
            if (idle++ >= suppliers) return;
            long before = work.done();
            tiers.around(best.copy(), next, known);
            next = (next + 1) % suppliers;
            spent += work.done() - before;
        }
    }
}
