package org.jucai.platform.formulas.clause;

import java.math.BigInteger;

/** An exact fraction in lowest terms; its denominator is positive. */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);
    /** One whole in parts per million. */
    public static final Ratio MILLION = of(1_000_000);

    public Ratio {
        if (denominator.signum() == 0) throw new IllegalArgumentException("nothing is divided by zero");
        BigInteger by = numerator.gcd(denominator);
        if (denominator.signum() < 0) by = by.negate();
        numerator = numerator.divide(by);
        denominator = denominator.divide(by);
    }

    public static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public Ratio plus(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)), denominator.multiply(other.denominator));
    }

    public Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Ratio over(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Ratio negated() {
        return new Ratio(numerator.negate(), denominator);
    }

    public Ratio size() {
        return signum() < 0 ? negated() : this;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    public Ratio atLeast(Ratio least) {
        return compareTo(least) < 0 ? least : this;
    }

    public Ratio atMost(Ratio most) {
        return compareTo(most) > 0 ? most : this;
    }

    /** The largest whole number that is not above it. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The smallest whole number that is not below it. */
    public BigInteger ceiling() {
        return negated().floor().negate();
    }

    /** The nearest whole number; a half goes up, away from nothing for amounts that are not negative. */
    public long halfUp() {
        return plus(of(1, 2)).floor().longValueExact();
    }

    /** The nearest multiple of {@code step}; a half goes to the even multiple (GB/T 8170). */
    public Ratio halfEven(long step) {
        Ratio count = over(of(step));
        BigInteger below = count.floor();
        int half = count.minus(new Ratio(below, BigInteger.ONE)).compareTo(of(1, 2));
        boolean up = half > 0 || half == 0 && below.testBit(0);
        return new Ratio((up ? below.add(BigInteger.ONE) : below).multiply(BigInteger.valueOf(step)), BigInteger.ONE);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** As a person would write it: {@code 7}, or {@code -2/35}. */
    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
