package org.jucai.platform.award.shares;

/** By which rule the cost of a lot's goods is split; published before the round. */
public enum CostRule {
    /** All pay the lot's average price. */
    AVERAGE,
    /** Each pays what it adds to the cost, on the average over all orders of joining (Shapley 1953). */
    MARGINAL
}
