package org.jucai.platform.journal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log.
 *
 * @param position its place in the feed
 * @param body its facts as JSON text
 * @param readers parties that may see it in a history
 * @param personId who caused it
 * @param partyId for which party
 * @param entry how they came in: session, token, link or the clock
 */
public record RecordedEvent(
        Position position,
        String stream,
        UUID streamId,
        long version,
        @Nullable UUID roundId,
        String type,
        String body,
        Set<UUID> readers,
        UUID personId,
        UUID partyId,
        String entry,
        Instant at) {

    public RecordedEvent {
        readers = Set.copyOf(readers);
    }
}
