package org.jucai.platform.kernel;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The outcome of a rule: what happened, or why not. Never null, never an exception.
 *
 * @param <E> the module's sealed event type
 */
public sealed interface Decision<E> {

    /** The command was accepted; these events are its whole effect. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command was refused; {@code facts} fill the message's placeholders. */
    record Refused<E>(Refusal refusal, Map<String, Object> facts) implements Decision<E> {
        public Refused {
            facts = Map.copyOf(facts);
        }
    }

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal, Map.of());
    }

    static <E> Decision<E> refuse(Refusal refusal, Map<String, Object> facts) {
        return new Refused<>(refusal, facts);
    }

    /** The events, or the refusal as the exception that the one advice turns into a problem document. */
    default List<E> orElseRefuse() {
        return switch (this) {
            case Accepted<E>(var events) -> events;
            case Refused<E>(var refusal, var facts) -> throw new RefusedException(refusal, facts);
        };
    }

    /** Maps the accepted events. */
    default <T> Decision<T> map(Function<? super E, ? extends T> change) {
        return switch (this) {
            case Accepted<E>(var events) -> new Accepted<>(events.stream().<T>map(change).toList());
            case Refused<E>(var refusal, var facts) -> new Refused<>(refusal, facts);
        };
    }
}
