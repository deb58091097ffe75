package org.jucai.platform.award.solving;

import java.util.function.DoubleUnaryOperator;

/** Multipliers as a certificate states them: whole numbers over a scale. @param ray costs count as zero */
record WholeMultipliers(long[] lot, long[] row, boolean ray) {

    /** Whole numbers near these, after rounding each of them as asked. */
    static WholeMultipliers near(Multipliers guide, long scale, boolean ray, DoubleUnaryOperator rounding) {
        WholeMultipliers whole = new WholeMultipliers(new long[guide.lot().length], new long[guide.row().length], ray);
        for (int l = 0; l < guide.lot().length; l++) whole.lot[l] = whole(rounding.applyAsDouble(guide.lot()[l]), scale);
        for (int r = 0; r < guide.row().length; r++) whole.row[r] = Math.max(0, whole(rounding.applyAsDouble(guide.row()[r]), scale));
        return whole;
    }

    /** Splits off the whole part first, for a product of a large multiplier and the scale has more digits than a double. */
    private static long whole(double value, long scale) {
        double floor = Math.floor(value);
        double most = (double) Canonical.GREATEST / scale;
        if (Math.abs(floor) >= most) return (long) Math.copySign(Math.floor(most), floor) * scale;
        return (long) floor * scale + Math.round((value - floor) * scale);
    }
}
