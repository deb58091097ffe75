package org.jucai.platform.live;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.rounds.pool.PoolView;

/**
 * What one audience is told.
 *
 * @param topic whom it concerns, e.g. {@code round:<id>}
 * @param type what happened, as far as this audience may know
 * @param subject the line or lot to read again, where it is about one
 * @param pool the pool as this audience sees it, where that changed
 */
public record Said(String topic, String type, Instant at, Optional<UUID> subject, Optional<PoolView> pool) {

    /** Something was missed that is not told any more: read again what is shown. */
    static Said reset(Instant at) {
        return new Said("rounds", "Reset", at, Optional.empty(), Optional.empty());
    }
}
