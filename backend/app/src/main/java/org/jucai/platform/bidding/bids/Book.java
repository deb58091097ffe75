package org.jucai.platform.bidding.bids;

import java.time.Instant;
import java.util.UUID;

/** The offers of a call that was opened. */
record Book(UUID roundId, int call, UUID associationId, Instant openedAt, long version) {

    /** The stream of what happens to its offers. */
    static final String STREAM = "bids";

    UUID stream() {
        return UUID.nameUUIDFromBytes(("bids of " + roundId + ":" + call).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
