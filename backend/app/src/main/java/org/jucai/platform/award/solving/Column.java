package org.jucai.platform.award.solving;

import java.util.Arrays;

/**
 * One way to use a supplier in one of its tiers: a corner of what the relaxation allows it. A mass between two corners of an envelope
 * remembers both, for it is allowed where they are.
 *
 * @param used 1 where the bid is used, less on an envelope's way from 0
 * @param low the corner below each mass
 * @param high the corner above
 */
record Column(int supplier, int tier, int[] bid, double[] kg, double[] used, long[] low, long[] high, double total, double cost) {

    static final int UNUSED = -1;

    static Column unused(int supplier) {
        return new Column(supplier, UNUSED, new int[0], new double[0], new double[0], new long[0], new long[0], 0, 0);
    }

    boolean isAllowed(Domain domain) {
        if (tier == UNUSED) return domain.mayBeUnused(supplier);
        if (total < domain.tierLow(supplier, tier) || total > domain.tierHigh(supplier, tier)) return false;
        int i = 0;
        for (int b = domain.model.firstBid[supplier]; b < domain.model.firstBid[supplier + 1]; b++) {
            if (i < bid.length && bid[i] == b) {
                if (!domain.allows(b, low[i]) || !domain.allows(b, high[i])) return false;
                i++;
            } else if (!domain.zero[b]) {
                return false;
            }
        }
        return true;
    }

    /** Its cost with what multipliers add. */
    double reduced(Slopes slopes) {
        if (tier == UNUSED) return 0;
        double sum = cost + slopes.supplierUsed[supplier];
        for (int i = 0; i < bid.length; i++) sum += slopes.bidKg[bid[i]] * kg[i] + slopes.bidUsed[bid[i]] * used[i];
        return sum;
    }

    boolean isSame(Column other) {
        return tier == other.tier && cost == other.cost && Arrays.equals(bid, other.bid) && Arrays.equals(kg, other.kg) && Arrays.equals(low, other.low)
                && Arrays.equals(high, other.high) && Arrays.equals(used, other.used);
    }
}
