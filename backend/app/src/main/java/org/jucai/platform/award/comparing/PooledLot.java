package org.jucai.platform.award.comparing;

import java.util.List;

/**
 * A lot as the award sees it.
 *
 * @param id as the award's documents name it
 * @param zone where all of it is delivered
 * @param mayFail whether it may get nothing
 * @param lines the demand lines behind it; its minimum, target and maximum are their sums
 */
public record PooledLot(String id, String zone, boolean mayFail, List<Line> lines) {

    /** A demand line's masses in kilograms. */
    public record Line(String id, long minimumKg, long targetKg, long maximumKg) {}

    public PooledLot {
        lines = List.copyOf(lines);
    }
}
