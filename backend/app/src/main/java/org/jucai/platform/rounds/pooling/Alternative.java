package org.jucai.platform.rounds.pooling;

import java.util.List;
import org.jucai.platform.kernel.Kilograms;

/**
 * What one way of grouping the same lines gives, in numbers.
 *
 * @param lots how many lots
 * @param viableLots how many of them reach the round's threshold
 * @param leftover target mass in the others
 * @param trucks truck loads
 */
public record Alternative(Kind kind, int lots, int viableLots, Kilograms leftover, Trucks trucks) {

    /** The ways compared. */
    public enum Kind {
        /** By the round's rules. */
        AS_POOLED,
        /** Every line in its first choice. */
        FIRST_CHOICE_ONLY,
        /** As if all zones were one. */
        ZONES_MERGED,
        /** As if all took the same size. */
        ONE_SIZE,
        /** As if any day suited everybody. */
        WINDOWS_IGNORED,
        /** Every window seven days longer at either end. */
        TWO_WEEKS_WIDER
    }

    /** Trucks that are full, and trucks for what remains. */
    public record Trucks(long full, long part) {}

    /** Counts truck loads; what counts as one truck is decided elsewhere. */
    @FunctionalInterface
    public interface TruckCount {

        Trucks of(Grouping grouping, List<PoolLine> lines);
    }
}
