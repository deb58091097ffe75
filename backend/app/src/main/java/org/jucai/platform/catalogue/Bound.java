package org.jucai.platform.catalogue;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a limit demands of a figure. Figures are whole numbers in the unit of their property. */
public sealed interface Bound {

    /** The three kinds, as they are written down. */
    enum Kind { MINIMUM, MAXIMUM, CLASSIFYING_RANGE }

    /** At least {@code value}; above it, where {@code exclusive}. */
    record AtLeast(long value, boolean exclusive) implements Bound {}

    /** At most {@code value}; below it, where {@code exclusive}. */
    record AtMost(long value, boolean exclusive) implements Bound {}

    /**
     * A range by which pieces are sorted into classes. Its upper end tells where the next class begins, not what a user
     * would refuse, so it counts neither as a demand nor as a guarantee when grades are compared.
     */
    record ClassifyingRange(long from, long to) implements Bound {}

    /** The limit that was written; empty where ends are missing, superfluous or contradict one another. */
    static Optional<Bound> of(Kind kind, @Nullable Long minimum, @Nullable Long maximum, boolean exclusive) {
        Bound bound = switch (kind) {
            case MINIMUM -> minimum == null || maximum != null ? null : new AtLeast(minimum, exclusive);
            case MAXIMUM -> maximum == null || minimum != null ? null : new AtMost(maximum, exclusive);
            case CLASSIFYING_RANGE -> minimum == null || maximum == null || exclusive ? null : new ClassifyingRange(minimum, maximum);
        };
        return Optional.ofNullable(bound).filter(Bound::canBeMet);
    }

    /** The smallest figure that passes; empty where the limit does not look downwards. */
    default OptionalLong floor() {
        return switch (this) {
            case AtLeast(long value, boolean exclusive) -> OptionalLong.of(exclusive ? value + 1 : value);
            case AtMost _ -> OptionalLong.empty();
            case ClassifyingRange(long from, long _) -> OptionalLong.of(from);
        };
    }

    /** The largest figure that passes; empty where the limit does not look upwards. */
    default OptionalLong ceiling() {
        return switch (this) {
            case AtLeast _, ClassifyingRange _ -> OptionalLong.empty();
            case AtMost(long value, boolean exclusive) -> OptionalLong.of(exclusive ? value - 1 : value);
        };
    }

    /** Whether whatever meets this limit meets {@code demanded} too. */
    default boolean guarantees(Bound demanded) {
        boolean lowEnough = demanded.floor().isEmpty()
                || floor().isPresent() && floor().getAsLong() >= demanded.floor().getAsLong();
        boolean highEnough = demanded.ceiling().isEmpty()
                || ceiling().isPresent() && ceiling().getAsLong() <= demanded.ceiling().getAsLong();
        return lowEnough && highEnough;
    }

    /** Whether a figure could ever pass. */
    default boolean canBeMet() {
        return switch (this) {
            case AtLeast(long value, boolean _) -> value >= 0;
            case AtMost(long value, boolean exclusive) -> exclusive ? value > 0 : value >= 0;
            case ClassifyingRange(long from, long to) -> from >= 0 && from < to;
        };
    }
}
