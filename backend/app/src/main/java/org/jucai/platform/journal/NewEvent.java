package org.jucai.platform.journal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be written.
 *
 * @param stream what kind of thing it happened to, e.g. {@code round}
 * @param streamId which one
 * @param version its version after the event; two writers of one version: one loses
 * @param roundId the round it belongs to, where it belongs to one
 * @param type past tense, e.g. {@code RoundLocked}
 * @param body the event's facts; written as JSON, read by name in later versions, so names are kept
 * @param readers parties that may see it in a history
 */
public record NewEvent(
        String stream, UUID streamId, long version, @Nullable UUID roundId, String type, Object body, Set<UUID> readers) {

    public NewEvent {
        readers = Set.copyOf(readers);
    }
}
