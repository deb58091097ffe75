package org.jucai.platform.finance.interest;

import java.math.BigInteger;

/** A fraction of fen, exact: what interest is until somebody rounds it. @param denominator above zero; the fraction is in lowest terms */
public record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {

    public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

    public Exact {
        if (denominator.signum() <= 0) throw new IllegalArgumentException("a fraction of " + denominator);
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Exact of(long fen) {
        return new Exact(BigInteger.valueOf(fen), BigInteger.ONE);
    }

    public Exact plus(Exact other) {
        return new Exact(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)), denominator.multiply(other.denominator));
    }

    public Exact minus(Exact other) {
        return plus(new Exact(other.numerator.negate(), other.denominator));
    }

    /** The nearest whole fen; a half goes away from zero (四舍五入). */
    public long rounded() {
        BigInteger[] parts = numerator.abs().multiply(BigInteger.TWO).add(denominator).divideAndRemainder(denominator.multiply(BigInteger.TWO));
        return parts[0].longValueExact() * numerator.signum();
    }

    @Override
    public int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
