package org.jucai.platform.award.checking;

import java.math.BigInteger;

/** An exact fraction; the denominator is positive, common factors may remain. */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {

    static final Ratio ZERO = whole(BigInteger.ZERO);

    static Ratio whole(BigInteger value) {
        return new Ratio(value, BigInteger.ONE);
    }

    Ratio plus(Ratio other) {
        if (under.equals(other.under)) return new Ratio(over.add(other.over), under);
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio plus(BigInteger whole) {
        return whole.signum() == 0 ? this : new Ratio(over.add(whole.multiply(under)), under);
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.over.negate(), other.under));
    }

    Ratio times(BigInteger whole) {
        return new Ratio(over.multiply(whole), under);
    }

    Ratio dividedBy(BigInteger positive) {
        return new Ratio(over, under.multiply(positive));
    }

    int sign() {
        return over.signum();
    }

    /** The least whole number that is not below. */
    BigInteger ceiling() {
        BigInteger[] parts = over.divideAndRemainder(under);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
