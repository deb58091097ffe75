package org.jucai.platform.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.weighing.WeighTicket;

/**
 * A step of the goods' way.
 *
 * @param at when, by the server's clock; empty of where they come from
 * @param by the party that took it
 */
public record TraceStep(Kind kind, Optional<Instant> at, Optional<UUID> by, Facts facts, List<Proof> proofs) {

    /** In the order in which goods go. */
    public enum Kind {
        SOURCE, AWARDED, CONTRACTED, PLANNED, NOTIFIED, ARRIVED, CHECKED, WEIGHED_ORIGIN, WEIGHED_DESTINATION, SETTLED, UNLOADED, BATCHED, SAMPLED, TESTED, JUDGED, PASSED,
        RELEASED, CANCELLED, REFUSED, RETURNED
    }

    /**
     * What there is to say of it.
     *
     * @param massKg 0 where the step has none
     * @param reference a code or number by which others call it
     * @param readings by the property's name, in its unit
     */
    public record Facts(long massKg, Optional<String> reference, Optional<String> words, Optional<WeighTicket> ticket, Map<String, Long> readings) {

        static final Facts NONE = new Facts(0, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

        public Facts {
            readings = Map.copyOf(readings);
        }

        Facts of(String code) {
            return new Facts(massKg, Optional.of(code), words, ticket, readings);
        }

        Facts saying(String said) {
            return new Facts(massKg, reference, Optional.of(said), ticket, readings);
        }

        Facts mass(long kg) {
            return new Facts(kg, reference, words, ticket, readings);
        }
    }

    /**
     * By what a step is shown.
     *
     * @param name the stream and its version, the ticket, the contract's version
     * @param sha256 of what is kept, in hexadecimal; empty where the link says more than a digest
     * @param link where it can be read, as a path of the interface
     */
    public record Proof(Of of, String name, Optional<String> sha256, Optional<String> link) {

        /** What it is. */
        public enum Of { RECORD, TICKET, CONTRACT, AWARD }
    }

    public TraceStep {
        proofs = List.copyOf(proofs);
    }
}
