package org.jucai.platform.notifications.spi;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Posts one message to a group robot (群机器人) of 企业微信. Where an installation has none, messages stay in the outbox. A process
 * that ends between posting and noting it leaves the message to be posted again.
 */
public interface WeComGate {

    /** Completes once the message was taken; fails with {@link NotTakenException} where it was not. */
    Mono<Void> send(Outgoing message);

    /** @param robotKey the key in the robot's address, a secret of its group */
    record Outgoing(UUID id, String robotKey, String text) {

        /** The key and the words stay out of logs. */
        @Override
        public String toString() {
            return "Outgoing[" + id + "]";
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
