package org.jucai.platform.kernel;

import java.math.BigInteger;

/** A unit price in whole fen per tonne. What it includes (tax, freight) is said where it is used. */
public record FenPerTonne(long fen) implements Comparable<FenPerTonne> {

    public FenPerTonne {
        if (fen < 0) throw new IllegalArgumentException("a price is not negative: " + fen + " fen/t");
    }

    /** Amount = price × kg / 1000, rounded half up, once (law 1 of the lifecycle). */
    public Fen times(Kilograms mass) {
        BigInteger doubled = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(mass.kg())).shiftLeft(1);
        BigInteger divisor = BigInteger.valueOf(2 * Kilograms.PER_TONNE);
        return new Fen(doubled.add(BigInteger.valueOf(Kilograms.PER_TONNE)).divide(divisor).longValueExact());
    }

    @Override
    public int compareTo(FenPerTonne other) {
        return Long.compare(fen, other.fen);
    }
}
