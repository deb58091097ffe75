package org.jucai.platform.rounds.disclosure;

import org.jucai.platform.kernel.Kilograms;

/**
 * The bands in which a grade's total is shown while collecting; their edges are the trade's usual volume steps (500, 1,000,
 * 3,000 and 10,000 t).
 */
public enum Band {
    /** No figure: nothing was said yet. Never returned to, for "nobody has anything" would be an exact figure of everybody. */
    NONE(0, 0),
    UNDER_500_T(0, 500),
    FROM_500_T(500, 1_000),
    FROM_1000_T(1_000, 3_000),
    FROM_3000_T(3_000, 10_000),
    FROM_10000_T(10_000, Long.MAX_VALUE / Kilograms.PER_TONNE);

    private final long from;
    private final long below;

    Band(long fromTonnes, long belowTonnes) {
        this.from = fromTonnes * Kilograms.PER_TONNE;
        this.below = belowTonnes * Kilograms.PER_TONNE;
    }

    /** The least the total may be. */
    public Kilograms from() {
        return new Kilograms(from);
    }

    /** What the total is below; for the highest band a number beyond any demand. */
    public Kilograms below() {
        return new Kilograms(below);
    }

    /** The band of a total; {@link #UNDER_500_T} for zero. */
    public static Band of(Kilograms total) {
        for (Band band : values()) {
            if (band != NONE && total.kg() < band.below) return band;
        }
        return FROM_10000_T;
    }
}
