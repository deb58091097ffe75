package org.jucai.platform.award.checking;

/**
 * What is left of a bid's mass: a range, nothing, or both. A bid that is used has at least a kilogram.
 *
 * @param must it cannot have nothing
 * @param may it can have from low to high
 */
record Usable(long low, long high, boolean must, boolean may) {

    static Usable of(Problem.Bid bid, boolean excluded, long low, long high) {
        long from = Math.max(Math.max(1, bid.minimumKg()), low);
        long to = Math.min(bid.capacityKg(), high);
        return new Usable(from, to, low > 0, !excluded && from <= to);
    }

    boolean impossible() {
        return must && !may;
    }
}
