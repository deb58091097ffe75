package org.jucai.platform.award.shares;

import org.jucai.platform.kernel.FenPerTonne;

/**
 * What a round says about shares.
 *
 * @param truckKg shares are multiples of this where all lines can have such shares; 1 = kilograms
 * @param fee of the purchasing party, tax included
 * @param samples orders of joining that are drawn where there are too many to count, and their seed
 */
public record ShareTerms(ShareRule shareRule, CostRule costRule, long truckKg, FenPerTonne fee, Samples samples) {

    public record Samples(int orders, long seed) {}

    public ShareTerms {
        if (truckKg < 1) throw new IllegalArgumentException("a share is of at least a kilogram: " + truckKg);
    }
}
