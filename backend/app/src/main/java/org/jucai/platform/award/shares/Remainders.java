package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Exact parts rounded to whole units so that they sum to the whole: largest remainder, ties to the earlier part (law 6). */
public final class Remainders {

    private Remainders() {}

    /** @param parts over {@code under}; their sum is a whole number */
    public static List<BigInteger> round(List<BigInteger> parts, BigInteger under) {
        List<BigInteger> rounded = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (BigInteger part : parts) {
            BigInteger rest = part.mod(under);
            rests.add(rest);
            rounded.add(part.subtract(rest).divide(under));
        }
        BigInteger[] missing = rests.stream().reduce(BigInteger.ZERO, BigInteger::add).divideAndRemainder(under);
        if (missing[1].signum() != 0) throw new IllegalArgumentException("the parts do not sum to a whole");
        IntStream.range(0, parts.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> rests.get(i)).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(missing[0].intValueExact())
                .forEach(i -> rounded.set(i, rounded.get(i).add(BigInteger.ONE)));
        return List.copyOf(rounded);
    }
}
