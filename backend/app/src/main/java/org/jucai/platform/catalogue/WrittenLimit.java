package org.jucai.platform.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit as it is written down: in a form, in a row, in an event. Names are kept, for events are read for ever.
 *
 * @param minimum lower end, in the property's unit
 * @param maximum upper end, in the property's unit
 * @param exclusive the end itself does not pass
 */
public record WrittenLimit(
        Property property,
        Bound.Kind kind,
        @Nullable Long minimum,
        @Nullable Long maximum,
        boolean exclusive,
        Limit.Basis basis,
        String source,
        Confidence confidence) {

    public static WrittenLimit of(Limit limit) {
        return switch (limit.bound()) {
            case Bound.AtLeast(long value, boolean exclusive) -> of(limit, Bound.Kind.MINIMUM, value, null, exclusive);
            case Bound.AtMost(long value, boolean exclusive) -> of(limit, Bound.Kind.MAXIMUM, null, value, exclusive);
            case Bound.ClassifyingRange(long from, long to) -> of(limit, Bound.Kind.CLASSIFYING_RANGE, from, to, false);
        };
    }

    private static WrittenLimit of(Limit limit, Bound.Kind kind, @Nullable Long minimum, @Nullable Long maximum, boolean exclusive) {
        return new WrittenLimit(limit.property(), kind, minimum, maximum, exclusive, limit.basis(), limit.source(), limit.confidence());
    }

    /** What is meant; empty where the ends do not fit the kind or contradict one another. */
    Optional<Limit> read() {
        return Bound.of(kind, minimum, maximum, exclusive).map(bound -> new Limit(property, bound, basis, source, confidence));
    }
}
