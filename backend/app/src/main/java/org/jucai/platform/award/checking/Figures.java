package org.jucai.platform.award.checking;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the checker computed itself. Only these are published, never what a result says of itself.
 *
 * @param status as claimed
 * @param exploratory stopped by clock or hand: it cannot be proposed
 * @param objectiveMilliFen of the award; absent where there is none
 * @param totalFen what is paid to suppliers
 * @param boundMilliFen least that any award costs, as proved by the certificate; absent where none proves any
 * @param leaves of the certificate
 * @param closedLeaves of which proved to contain no award
 * @param clashProved whether the certificate proves that the clash's rules cannot all hold; absent where no clash is named
 */
public record Figures(String problemSha256, String status, boolean exploratory, @Nullable BigInteger objectiveMilliFen,
                      @Nullable BigInteger totalFen, @Nullable BigInteger boundMilliFen, int lotsServed, int lotsFailed, int suppliersUsed,
                      int leaves, int closedLeaves, @Nullable Boolean clashProved) {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** Objective less bound: no award is cheaper by more than this. */
    public @Nullable BigInteger gapMilliFen() {
        return objectiveMilliFen == null || boundMilliFen == null ? null : objectiveMilliFen.subtract(boundMilliFen);
    }

    /** The gap in millionths of the objective, rounded up. */
    public @Nullable BigInteger gapPpm() {
        BigInteger gap = gapMilliFen();
        if (gap == null || objectiveMilliFen == null) return null;
        if (gap.signum() == 0 || objectiveMilliFen.signum() == 0) return BigInteger.ZERO;
        return new Ratio(gap.multiply(MILLION), objectiveMilliFen).ceiling();
    }
}
