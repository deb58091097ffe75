package org.jucai.platform.award.checking;

import java.math.BigInteger;

/** A sum of products of whole numbers, exact in 128 bits. Whoever adds sees to it that it stays below. */
final class Wide {

    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    Wide copy() {
        Wide copy = new Wide();
        copy.high = high;
        copy.low = low;
        return copy;
    }

    void add(long value) {
        add(value >> 63, value);
    }

    void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    private void add(long upper, long lower) {
        low += lower;
        high += upper + (Long.compareUnsigned(low, lower) < 0 ? 1 : 0);
    }

    BigInteger value() {
        BigInteger lower = BigInteger.valueOf(low);
        if (low < 0) lower = lower.add(BigInteger.ONE.shiftLeft(64));
        return BigInteger.valueOf(high).shiftLeft(64).add(lower);
    }

    /** Compares a·b with c·d, none negative. */
    static int compareProducts(long a, long b, long c, long d) {
        int byUpper = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return byUpper != 0 ? byUpper : Long.compareUnsigned(a * b, c * d);
    }
}
