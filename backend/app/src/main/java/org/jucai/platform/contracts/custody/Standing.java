package org.jucai.platform.contracts.custody;

import java.util.Optional;
import java.util.UUID;

/**
 * One place, one owner, one pledge state.
 *
 * @param pledgeeId to whom the goods are pledged; empty where to nobody
 * @param underTest unloaded before the results 待检: kept apart until they pass
 */
public record Standing(Place place, UUID ownerId, Optional<UUID> pledgeeId, boolean underTest) {

    Standing passed() {
        return new Standing(place, ownerId, pledgeeId, false);
    }

    Standing pledgedTo(Optional<UUID> pledgee) {
        return new Standing(place, ownerId, pledgee, underTest);
    }
}
