package org.jucai.platform.formulas.clause;

import java.util.List;

/**
 * What was read, or everything that is wrong with it.
 *
 * @param <T> what it is when it is right
 */
public sealed interface Read<T> {

    /** Without fault. */
    record Right<T>(T value) implements Read<T> {}

    /** With at least one fault. */
    record Wrong<T>(List<Faulty> faults) implements Read<T> {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /** The faults; none where it is right. */
    default List<Faulty> all() {
        return switch (this) {
            case Right<T> _ -> List.of();
            case Wrong<T>(var faults) -> faults;
        };
    }
}
