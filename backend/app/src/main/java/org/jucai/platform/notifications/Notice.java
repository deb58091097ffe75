package org.jucai.platform.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told, for a party they act for.
 *
 * @param facts what fills its words, which are said in the reader's language when read
 * @param at when it happened
 * @param notedAt when it came into the inbox
 */
public record Notice(UUID id, UUID personId, UUID partyId, NoticeKind kind, String type, About about, Map<String, String> facts, Instant at, Instant notedAt, @Nullable Instant readAt) {

    /**
     * What it is about.
     *
     * @param id with {@code version} and the type: what makes it the same notice
     * @param pageId what the linked page shows
     */
    record About(UUID id, long version, NoticePage page, UUID pageId, @Nullable UUID roundId) {}

    public Notice {
        facts = Map.copyOf(facts);
    }
}
