package org.jucai.platform.kernel;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A table whose rows are of use for a while only. Its shelf says for how long, and deletes what is older. */
public interface KeptForAWhile {

    /** For how long a row is kept at least. */
    Duration keptFor();

    /** Deletes some rows from before {@code end}, at most {@code limit}, the oldest first; tells how many. */
    Mono<Long> delete(Tx tx, Instant end, int limit);
}
