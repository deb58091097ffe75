package org.jucai.platform.kernel;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole so that the parts sum exactly to it (law 6): largest remainder, ties to the earlier weight. */
public final class Split {

    private Split() {}

    /**
     * @param whole what is split; not negative
     * @param weights the claims in the published order of ties; not negative, at least one above zero unless whole is 0
     * @return one part per weight, in the same order, summing to {@code whole}
     */
    public static List<Long> byLargestRemainder(long whole, List<Long> weights) {
        if (whole < 0) throw new IllegalArgumentException("only a whole of zero or more is split: " + whole);
        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) return split(whole, weights);
        BigInteger[][] shares = weights.stream()
                .map(weight -> BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weight)).divideAndRemainder(total))
                .toArray(BigInteger[][]::new);
        long[] parts = IntStream.range(0, shares.length).mapToLong(i -> shares[i][0].longValueExact()).toArray();
        long missing = whole - IntStream.range(0, parts.length).mapToLong(i -> parts[i]).sum();
        IntStream.range(0, parts.length).boxed()
                .sorted(Comparator.comparing((Integer i) -> shares[i][1]).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(missing)
                .forEach(i -> parts[i]++);
        return IntStream.range(0, parts.length).mapToObj(i -> parts[i]).toList();
    }

    private static List<Long> split(long whole, List<Long> weights) {
        if (whole != 0) throw new IllegalArgumentException("nobody has a claim to " + whole);
        return weights.stream().map(weight -> 0L).toList();
    }
}
