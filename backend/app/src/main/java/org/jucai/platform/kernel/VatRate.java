package org.jucai.platform.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The rates of value-added tax that occur (law 2 of the lifecycle), in hundredths of a per cent. */
public enum VatRate {
    /** Goods. */
    THIRTEEN(1_300),
    /** Transport. */
    NINE(900),
    /** Services. */
    SIX(600),
    /** Simplified, e.g. self-mined sand, soil and stone. */
    THREE(300),
    /** Reduced, small-scale sellers. */
    ONE(100);

    private static final long WHOLE = 10_000;

    private final int basisPoints;

    VatRate(int basisPoints) {
        this.basisPoints = basisPoints;
    }

    public int basisPoints() {
        return basisPoints;
    }

    public static Optional<VatRate> of(int basisPoints) {
        return Arrays.stream(values()).filter(rate -> rate.basisPoints == basisPoints).findFirst();
    }

    /** The price without the tax that is in it, rounded half up to the fen. */
    public FenPerTonne takenOutOf(FenPerTonne gross) {
        long divisor = WHOLE + basisPoints;
        return new FenPerTonne(Math.floorDiv(Math.addExact(Math.multiplyExact(gross.fen(), 2 * WHOLE), divisor), 2 * divisor));
    }
}
