package org.jucai.platform.rounds.disclosure;

import java.util.Arrays;
import java.util.Collection;

/**
 * Whether the sum of some parties' masses may be known. With masses x₁ ≥ x₂ ≥ … and their sum T:
 * <ul>
 *   <li>at least k + 1 parties have a part in it, k besides any one viewer;
 *   <li>whoever subtracts its own mass finds no single other above 60 % of the rest: 5 x₁ ≤ 3 (T − x₂), the second largest
 *       being who comes nearest to the largest, and 5 x₂ ≤ 3 (T − x₁).
 * </ul>
 * The second is a p % rule with p = 66⅔ (Hundepool et al., "Statistical Disclosure Control", Wiley 2012, section 4.2): the best
 * upper estimate of a competitor is at least 5/3 of the truth. If two disjoint sums are safe, so is their sum: for each pair
 * (viewer, other) the inequality adds up.
 */
final class CellRule {

    private CellRule() {}

    static boolean isSafe(Collection<Long> masses, int k) {
        long[] some = masses.stream().mapToLong(Long::longValue).filter(mass -> mass > 0).sorted().toArray();
        if (some.length < k + 1) return false;
        if (some.length < 2) return false;
        long sum = Arrays.stream(some).reduce(0, Math::addExact);
        long first = some[some.length - 1];
        long second = some[some.length - 2];
        return within(first, sum - second) && within(second, sum - first);
    }

    private static boolean within(long mass, long rest) {
        return Math.multiplyExact(5, mass) <= Math.multiplyExact(3, rest);
    }
}
