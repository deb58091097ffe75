package org.jucai.platform.bidding.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jucai.platform.bidding.envelope.Members;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;

/**
 * A document read, or everything that is wrong with it.
 *
 * @param <T> what it is when it is right
 */
public sealed interface Reading<T> {

    /** Without fault. */
    record Right<T>(T value) implements Reading<T> {}

    /** With at least one fault. */
    record Wrong<T>(List<Faulty> faults) implements Reading<T> {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /** Where a reader puts down what it finds. */
    final class Findings {
        private final List<Faulty> found = new ArrayList<>();

        void add(boolean wrong, OfferFault fault, String where) {
            if (wrong) found.add(new Faulty(fault, where));
        }
    }

    /** Reads by this reader; what has not even the right form is one fault, MALFORMED, where it first shows. */
    static <T> Reading<T> of(Members members, Findings findings, Function<Members, T> reader) {
        try {
            T value = reader.apply(members);
            members.end();
            return findings.found.isEmpty() ? new Right<>(value) : new Wrong<>(findings.found);
        } catch (RefusedEnvelopeException malformed) {
            findings.add(true, OfferFault.MALFORMED, malformed.where());
            return new Wrong<>(findings.found);
        }
    }
}
