package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The one level at which the bounded parts sum to the whole: part = offset + level × weight, not below its low and not above its
 * high. The sum grows with the level in straight pieces that bend where a part meets a bound, so the level is found among the bends
 * and then solved for exactly.
 */
final class Level {

    /** @param weight above zero */
    record Part(long offset, long weight, long low, long high) {}

    private record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

        static Fraction of(long over, long under) {
            return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
        }

        @Override
        public int compareTo(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }

    /** Exact parts: numerators over one denominator. */
    record Parts(List<BigInteger> over, BigInteger under) {}

    private final List<Part> parts;

    private Level(List<Part> parts) {
        this.parts = parts;
    }

    /** @param whole between the sums of lows and of highs */
    static Parts of(List<Part> parts, long whole) {
        return new Level(parts).solved(BigInteger.valueOf(whole));
    }

    private Parts solved(BigInteger whole) {
        Fraction bend = lastBendNotAbove(whole);
        List<BigInteger> pegged = new ArrayList<>();
        BigInteger weight = BigInteger.ZERO;
        BigInteger rest = whole;
        for (Part part : parts) {
            boolean moves = low(part).compareTo(bend) <= 0 && bend.compareTo(high(part)) < 0;
            BigInteger value = BigInteger.valueOf(moves ? part.offset() : low(part).compareTo(bend) > 0 ? part.low() : part.high());
            if (moves) weight = weight.add(BigInteger.valueOf(part.weight()));
            rest = rest.subtract(value);
            pegged.add(value);
        }
        if (weight.signum() == 0) return new Parts(pegged, BigInteger.ONE);
        List<BigInteger> over = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean moves = low(part).compareTo(bend) <= 0 && bend.compareTo(high(part)) < 0;
            BigInteger fixed = pegged.get(i).multiply(weight);
            over.add(moves ? fixed.add(rest.multiply(BigInteger.valueOf(part.weight()))) : fixed);
        }
        return new Parts(over, weight);
    }

    private static Fraction low(Part part) {
        return Fraction.of(part.low() - part.offset(), part.weight());
    }

    private static Fraction high(Part part) {
        return Fraction.of(part.high() - part.offset(), part.weight());
    }

    private Fraction lastBendNotAbove(BigInteger whole) {
        List<Fraction> bends = new ArrayList<>();
        for (Part part : parts) bends.addAll(List.of(low(part), high(part)));
        bends.sort(null);
        int from = 0;
        int to = bends.size() - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            Fraction bend = bends.get(middle);
            if (sum(bend).compareTo(whole.multiply(bend.under())) <= 0) from = middle;
            else to = middle - 1;
        }
        return bends.get(from);
    }

    /** The sum at a level, over the level's denominator. */
    private BigInteger sum(Fraction level) {
        BigInteger sum = BigInteger.ZERO;
        for (Part part : parts) {
            BigInteger free = BigInteger.valueOf(part.offset()).multiply(level.under()).add(level.over().multiply(BigInteger.valueOf(part.weight())));
            BigInteger low = BigInteger.valueOf(part.low()).multiply(level.under());
            BigInteger high = BigInteger.valueOf(part.high()).multiply(level.under());
            sum = sum.add(free.max(low).min(high));
        }
        return sum;
    }
}
