package org.jucai.platform.notifications.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to a webhook, and what became of it.
 *
 * @param number of the webhook's messages, from 1
 * @param messageId the same at each attempt and each replay, so that a receiver drops what it has
 * @param attempts in all; a replay begins a new turn of them
 */
public record Delivery(UUID webhookId, long number, UUID messageId, String type, String body, State state, int attempts, Times times, Optional<Integer> lastStatus, Optional<String> lastError) {

    /** Where it stands. */
    public enum State { WAITING, DELIVERED, GIVEN_UP }

    /** @param nextAttemptAt of one that waits */
    public record Times(Instant madeAt, Instant nextAttemptAt, Optional<Instant> lastAttemptAt, Optional<Instant> deliveredAt) {}

    /** A message about to be written. */
    record Message(UUID webhookId, UUID partyId, UUID messageId, String type, String body, UUID aboutId, long aboutVersion) {}
}
