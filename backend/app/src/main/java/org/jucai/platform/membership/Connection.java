package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two parties that are not independent of each other; recorded in one order, so that a pair has one row.
 */
public record Connection(UUID id, PartyName one, PartyName other, Link link) {

    /** Why they are connected. */
    public enum Why { COMMON_CONTROLLER, SHAREHOLDING, SHARED_MANAGER, FAMILY, OTHER }

    /** What is recorded of a connection. */
    public record Link(Why reason, String evidence, LocalDate fromOn, @Nullable LocalDate toOn) {
        boolean isReversed() {
            return toOn != null && toOn.isBefore(fromOn);
        }
    }
}
