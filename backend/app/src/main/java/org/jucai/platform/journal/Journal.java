package org.jucai.platform.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** The front door of the event log. */
public interface Journal {

    /**
     * Writes events in the caller's transaction. A version already taken ends in {@code VERSION_CONFLICT}: somebody was
     * first.
     */
    Mono<Void> append(Tx tx, Actor actor, Instant at, List<NewEvent> events);

    /**
     * What happened to one thing, oldest first, as far as the transaction's parties may see it.
     *
     * @param cursor where the page before ended, or null
     */
    Mono<Page<RecordedEvent>> history(Tx tx, UUID streamId, @Nullable String cursor, int limit);

    /** What happened in one round and to all that belongs to it, oldest first, as far as the parties may see it. */
    Mono<Page<RecordedEvent>> historyOfRound(Tx tx, UUID roundId, @Nullable String cursor, int limit);
}
