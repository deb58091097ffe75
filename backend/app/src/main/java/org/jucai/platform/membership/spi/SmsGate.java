package org.jucai.platform.membership.spi;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Sends one text message to one phone. Where an installation has none, messages stay in the outbox. A process that ends
 * between sending and noting it leaves the message to be sent again, under the same id.
 */
public interface SmsGate {

    /** Completes once the message was taken; fails with {@link NotTakenException} where it was not. */
    Mono<Void> send(Outgoing message);

    /**
     * A message to be sent.
     *
     * @param id the same at each attempt, so that a gateway can tell a repetition
     * @param purpose what it is about, such as {@code sign-in-code}; chooses the template of gateways that have templates
     * @param facts what fills the template
     * @param text the same in words
     */
    record Outgoing(UUID id, String phone, String purpose, Map<String, String> facts, String text) {

        public Outgoing {
            facts = Map.copyOf(facts);
        }

        /** Words and facts may hold a secret and stay out of logs. */
        @Override
        public String toString() {
            return "Outgoing[" + id + ", " + purpose + "]";
        }
    }

    /** Why a message was not taken, in words without the message itself. */
    final class NotTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        /** {@code forGood}: this message will never be taken, so trying again is in vain. */
        public NotTakenException(String says, boolean forGood) {
            super(says, null, false, false);
            this.forGood = forGood;
        }

        public boolean isForGood() {
            return forGood;
        }
    }
}
