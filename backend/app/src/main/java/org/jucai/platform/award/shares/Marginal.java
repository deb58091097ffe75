package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What each member adds to a cost, on the average over all orders of joining: the value of Shapley ("A value for n-person games",
 * Contributions to the Theory of Games II, 1953). Up to {@link #COUNTED} members by counting all groups, exact; beyond, the average
 * over drawn orders, each with its reverse, which still sums exactly to the whole cost.
 *
 * @param over charges in milli-fen, over {@code under}
 * @param errorMilliFen 0 where exact; else a drawn charge is farther than this from the exact one with a chance below
 *     {@link #ONE_IN} for all members together (Hoeffding 1963, over pairs of orders)
 */
record Marginal(List<BigInteger> over, BigInteger under, BigInteger errorMilliFen) {

    static final int COUNTED = 18;
    static final long ONE_IN = 1_000_000;

    static Marginal of(CostCurve curve, long[] kg, ShareTerms.Samples samples) {
        return kg.length <= COUNTED ? counted(curve, kg) : drawn(curve, kg, samples);
    }

    /** The same proportions of a cost that was rounded to fen. */
    Marginal of(BigInteger cost) {
        BigInteger sum = over.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger rounding = cost.multiply(under).subtract(sum).abs();
        if (rounding.compareTo(under.multiply(BigInteger.valueOf(over.size() * 1_000L))) > 0) {
            throw new IllegalArgumentException("the curve's cost of the whole mass is not the lot's cost");
        }
        if (sum.signum() == 0) return this;
        return new Marginal(over.stream().map(each -> each.multiply(cost)).toList(), sum, errorMilliFen);
    }

    private static Marginal counted(CostCurve curve, long[] kg) {
        int n = kg.length;
        BigInteger[] charges = new BigInteger[n];
        Arrays.fill(charges, BigInteger.ZERO);
        BigInteger[] weights = weights(n);
        long[] masses = new long[1 << n];
        for (int group = 1; group < masses.length; group++) {
            int size = Integer.bitCount(group);
            masses[group] = masses[group & group - 1] + kg[Integer.numberOfTrailingZeros(group)];
            BigInteger cost = curve.milliFen(masses[group]);
            BigInteger with = cost.multiply(weights[size - 1]);
            BigInteger without = size == n ? BigInteger.ZERO : cost.multiply(weights[size]);
            for (int i = 0; i < n; i++) charges[i] = (group >> i & 1) == 1 ? charges[i].add(with) : charges[i].subtract(without);
        }
        return new Marginal(List.of(charges), factorial(n), BigInteger.ZERO);
    }

    /** Orders in which a member joins just after so many others: s! (n - s - 1)!. */
    private static BigInteger[] weights(int n) {
        BigInteger[] weights = new BigInteger[n];
        for (int s = 0; s < n; s++) weights[s] = factorial(s).multiply(factorial(n - s - 1));
        return weights;
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) product = product.multiply(BigInteger.valueOf(i));
        return product;
    }

    static Marginal drawn(CostCurve curve, long[] kg, ShareTerms.Samples samples) {
        int n = kg.length;
        BigInteger[] sums = new BigInteger[n];
        Arrays.fill(sums, BigInteger.ZERO);
        SplittableRandom chance = new SplittableRandom(samples.seed());
        int[] order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        for (int drawn = 0; drawn < samples.orders(); drawn++) {
            shuffle(order, chance);
            join(curve, kg, order, sums);
            reverse(order);
            join(curve, kg, order, sums);
        }
        BigInteger under = BigInteger.valueOf(2L * samples.orders());
        return new Marginal(List.of(sums), under, error(curve, kg, samples.orders()));
    }

    private static void join(CostCurve curve, long[] kg, int[] order, BigInteger[] sums) {
        BigInteger before = BigInteger.ZERO;
        long mass = 0;
        for (int member : order) {
            mass += kg[member];
            BigInteger cost = curve.milliFen(mass);
            sums[member] = sums[member].add(cost.subtract(before));
            before = cost;
        }
    }

    private static void shuffle(int[] order, SplittableRandom chance) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = chance.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
    }

    private static void reverse(int[] order) {
        for (int i = 0, j = order.length - 1; i < j; i++, j--) {
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
    }

    /**
     * Hoeffding: with k pairs whose mean lies in a range r, P(|error| ≥ t) ≤ 2 exp(-2 k t² / r²). So t² = r² ln(2 n · ONE_IN) / 2k
     * does for all n; ln x is below 0.7 times the bits of x.
     */
    private static BigInteger error(CostCurve curve, long[] kg, int pairs) {
        long bits = BigInteger.valueOf(2L * kg.length).multiply(BigInteger.valueOf(ONE_IN)).bitLength();
        BigInteger widest = Arrays.stream(kg).distinct().mapToObj(each -> range(curve, each, Arrays.stream(kg).sum())).reduce(BigInteger.ZERO, BigInteger::max);
        BigInteger squared = widest.multiply(widest).multiply(BigInteger.valueOf(7 * bits)).divide(BigInteger.valueOf(20L * pairs));
        return squared.sqrt().add(BigInteger.ONE);
    }

    /** Between the least and the most that so much can add: at a break of either end, or just before it. */
    private static BigInteger range(CostCurve curve, long kg, long all) {
        List<Long> corners = new ArrayList<>(List.of(0L, all - kg));
        for (long each : curve.breaks()) corners.addAll(List.of(each, each - 1, each - kg, each - kg - 1));
        List<BigInteger> added = corners.stream().filter(from -> from >= 0 && from + kg <= all)
                .map(from -> curve.milliFen(from + kg).subtract(curve.milliFen(from))).sorted().toList();
        return added.getLast().subtract(added.getFirst());
    }
}
