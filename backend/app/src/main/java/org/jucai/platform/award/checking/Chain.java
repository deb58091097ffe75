package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lower convex envelope of a bid's cost (times scale) over a range that begins above zero, ready for long arithmetic. A slope is
 * {@code whole + rest / kilograms} with 0 ≤ rest < kilograms: multipliers on kilograms move only the whole, so an envelope is made
 * once and serves all leaves.
 *
 * @param kg of the vertices
 * @param zeroWhole slope from nothing at no cost to each vertex
 * @param whole slope from each vertex to the next
 */
record Chain(boolean ray, long[] kg, long[] zeroWhole, long[] zeroRest, long[] whole, long[] rest) {

    /** With so few bits a slope, three multipliers and a jump add up to a long. */
    private static final int BITS = 59;

    /** @return nothing where a slope has too many bits */
    static @Nullable Chain of(BidCost cost, long low, long high, long grid, BigInteger scale) {
        List<Long> kg = new ArrayList<>();
        List<BigInteger> costs = new ArrayList<>();
        for (long each : cost.corners(low, high, grid)) {
            BigInteger at = cost.at(each).multiply(scale);
            while (kg.size() >= 2 && idle(kg, costs, each, at)) {
                kg.removeLast();
                costs.removeLast();
            }
            kg.add(each);
            costs.add(at);
        }
        return of(cost.ray(), kg.stream().mapToLong(Long::longValue).toArray(), costs);
    }

    private static boolean idle(List<Long> kg, List<BigInteger> costs, long nextKg, BigInteger nextCost) {
        int last = kg.size() - 1;
        BigInteger before = costs.get(last).subtract(costs.get(last - 1)).multiply(BigInteger.valueOf(nextKg - kg.get(last)));
        BigInteger after = nextCost.subtract(costs.get(last)).multiply(BigInteger.valueOf(kg.get(last) - kg.get(last - 1)));
        return before.compareTo(after) >= 0;
    }

    private static @Nullable Chain of(boolean ray, long[] kg, List<BigInteger> costs) {
        int size = kg.length;
        Chain chain = new Chain(ray, kg, new long[size], new long[size], new long[size], new long[size]);
        boolean fits = true;
        for (int i = 0; i < size; i++) {
            fits &= slope(costs.get(i), kg[i], chain.zeroWhole, chain.zeroRest, i);
            if (i + 1 < size) fits &= slope(costs.get(i + 1).subtract(costs.get(i)), kg[i + 1] - kg[i], chain.whole, chain.rest, i);
        }
        return fits ? chain : null;
    }

    private static boolean slope(BigInteger cost, long under, long[] whole, long[] rest, int place) {
        BigInteger divisor = BigInteger.valueOf(under);
        BigInteger remainder = cost.mod(divisor);
        BigInteger quotient = cost.subtract(remainder).divide(divisor);
        whole[place] = quotient.longValue();
        rest[place] = remainder.longValue();
        return quotient.bitLength() <= BITS;
    }

    boolean covers(boolean forRay, long low, long high) {
        return ray == forRay && kg[0] == low && kg[kg.length - 1] == high;
    }

    long length(int piece) {
        return kg[piece + 1] - kg[piece];
    }

    int last() {
        return kg.length - 1;
    }
}
