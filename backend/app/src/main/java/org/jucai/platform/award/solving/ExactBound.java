package org.jucai.platform.award.solving;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a leaf of the certificate, exactly as the note on the award's documents defines it: whole numbers throughout, fractions of a piece
 * rounded down at a 2^20th of a unit, which only lowers what is stated.
 */
final class ExactBound {

    /** More than any objective: the leaf contains no award. */
    static final long NO_AWARD = Long.MAX_VALUE;

    private static final int FINE = 20;

    private final Model model;
    private final long scale;
    private final Envelopes envelopes;

    ExactBound(Model model, long scale) {
        this.model = model;
        this.scale = scale;
        envelopes = new Envelopes(model);
    }

    /** In milli-fen, rounded up; for a ray in units of its own. The least long where the multipliers are too large to be summed. */
    long of(Domain domain, WholeMultipliers multipliers) {
        if (domain.isEmpty()) return NO_AWARD;
        try {
            BigInteger value = new Leaf(domain, multipliers).value();
            if (value == null) return NO_AWARD;
            BigInteger[] parts = value.divideAndRemainder(BigInteger.valueOf(scale).shiftLeft(FINE));
            BigInteger up = parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
            return up.bitLength() < 62 ? up.longValue() : up.signum() > 0 ? NO_AWARD - 1 : Long.MIN_VALUE;
        } catch (ArithmeticException tooLarge) {
            return Long.MIN_VALUE;
        }
    }

    /** One leaf; values are times scale and 2^20, null is infinite. */
    private final class Leaf {
        private final Domain domain;
        private final ExactSlopes slopes;
        private final boolean ray;

        Leaf(Domain domain, WholeMultipliers multipliers) {
            this.domain = domain;
            ray = multipliers.ray();
            slopes = new ExactSlopes(model, multipliers);
        }

        @Nullable BigInteger value() {
            BigInteger sum = BigInteger.valueOf(slopes.constant).shiftLeft(FINE);
            for (int l = 0; l < model.lots; l++) sum = sum.add(lot(l));
            for (int s = 0; s < model.suppliers; s++) {
                BigInteger part = supplier(s);
                if (part == null) return null;
                sum = sum.add(part);
            }
            return sum;
        }

        private BigInteger lot(int l) {
            BigInteger least = null;
            for (LotPoint point : LotPoint.of(model, l)) {
                if (!point.isAllowed(domain)) continue;
                BigInteger value = sum(ray ? 0 : point.cost(), slopes.lotKg[l], point.kg());
                if (point.served()) value = value.add(BigInteger.valueOf(slopes.lotServed[l]));
                least = least == null ? value : least.min(value);
            }
            if (least == null) throw new IllegalStateException("a lot that can neither be served nor fail makes the leaf empty");
            return least.shiftLeft(FINE);
        }

        /** cost * scale + slope * kg. */
        private BigInteger sum(long cost, long slope, long kg) {
            return BigInteger.valueOf(cost).multiply(BigInteger.valueOf(scale)).add(BigInteger.valueOf(slope).multiply(BigInteger.valueOf(kg)));
        }

        private @Nullable BigInteger supplier(int s) {
            BigInteger least = domain.mayBeUnused(s) ? BigInteger.ZERO : null;
            for (int tier = 0; tier < model.tiers(s); tier++) {
                BigInteger value = tier(s, tier);
                if (value != null) least = least == null ? value : least.min(value);
            }
            return least;
        }

        private @Nullable BigInteger tier(int s, int tier) {
            long low = domain.tierLow(s, tier);
            long high = domain.tierHigh(s, tier);
            if (low > high) return null;
            ExactPieces pieces = new ExactPieces(FINE);
            for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) if (!addBid(pieces, b, tier, high)) return null;
            BigInteger value = pieces.least(low, high);
            return value == null ? null : value.add(BigInteger.valueOf(slopes.supplierUsed[s]).shiftLeft(FINE));
        }

        private boolean addBid(ExactPieces pieces, int b, int tier, long tierHigh) {
            long high = Math.min(domain.high[b], tierHigh);
            if (domain.low[b] > high) return domain.zero[b];
            Hull hull = ray ? Hull.free(new Hull.Range(domain.low[b], high)) : envelopes.of(b, tier, domain.low[b], high);
            List<BigInteger> at = new java.util.ArrayList<>(hull.size);
            for (int i = 0; i < hull.size; i++) at.add(sum(hull.milliFen[i], slopes.bidKg[b], hull.kg[i]).add(BigInteger.valueOf(slopes.bidUsed[b])));
            int first = 0;
            if (domain.zero[b]) {
                for (int i = 1; i < hull.size; i++) if (isLower(at.get(i), hull.kg[i], at.get(first), hull.kg[first])) first = i;
                pieces.add(hull.kg[first], at.get(first));
            } else {
                pieces.start(hull.kg[0], at.getFirst());
            }
            for (int i = first + 1; i < hull.size; i++) pieces.add(hull.kg[i] - hull.kg[i - 1], at.get(i).subtract(at.get(i - 1)));
            return true;
        }

        private static boolean isLower(BigInteger rise, long run, BigInteger otherRise, long otherRun) {
            return rise.multiply(BigInteger.valueOf(otherRun)).compareTo(otherRise.multiply(BigInteger.valueOf(run))) < 0;
        }
    }
}
