package org.jucai.platform.award.solving;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Straight pieces of envelopes with exact rises; the least sum over a range of masses takes them in order of slope. */
final class ExactPieces {

    /** A piece; its steepness in floating point decides where it decides beyond doubt. */
    private record Piece(long run, BigInteger rise, double slope) implements Comparable<Piece> {

        private static final double DOUBT = 1e-12;

        @Override
        public int compareTo(Piece other) {
            if (Math.abs(slope - other.slope) > DOUBT * (Math.abs(slope) + Math.abs(other.slope))) return Double.compare(slope, other.slope);
            return rise.multiply(BigInteger.valueOf(other.run)).compareTo(other.rise.multiply(BigInteger.valueOf(run)));
        }
    }

    private final int fine;
    private final List<Piece> falling = new ArrayList<>();
    private final List<Piece> rising = new ArrayList<>();
    private BigInteger base = BigInteger.ZERO;
    private long start;

    /** @param fine fractions are rounded down at this power of two */
    ExactPieces(int fine) {
        this.fine = fine;
    }

    void start(long kg, BigInteger value) {
        start += kg;
        base = base.add(value);
    }

    void add(long run, BigInteger rise) {
        (rise.signum() < 0 ? falling : rising).add(new Piece(run, rise, rise.doubleValue() / run));
    }

    /** The least sum with a mass from low to high, or null where they do not reach there; times 2^fine. */
    @Nullable BigInteger least(long low, long high) {
        if (start > high) return null;
        long sum = start;
        for (Piece piece : falling) sum += piece.run;
        if (sum > high) return fill(falling, high - start);
        for (Piece piece : falling) base = base.add(piece.rise);
        return fill(rising, Math.max(0, low - sum));
    }

    private @Nullable BigInteger fill(List<Piece> pieces, long mass) {
        BigInteger value = base.shiftLeft(fine);
        if (mass == 0) return value;
        pieces.sort(null);
        long left = mass;
        for (Piece piece : pieces) {
            if (left == 0) break;
            long take = Math.min(left, piece.run);
            value = value.add(take == piece.run ? piece.rise.shiftLeft(fine) : part(piece, take));
            left -= take;
        }
        return left > 0 ? null : value;
    }

    private BigInteger part(Piece piece, long take) {
        BigInteger[] parts = piece.rise.multiply(BigInteger.valueOf(take)).shiftLeft(fine).divideAndRemainder(BigInteger.valueOf(piece.run));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
