package org.jucai.platform.journal;

import java.util.List;
import java.util.Set;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/**
 * The log in the order of its transactions, each event once, none lost. Read with {@link
 * org.jucai.platform.kernel.Scope.Background}. An event appears once every transaction that began before its own has
 * ended; a long writing transaction holds the feed back.
 */
public interface Feed {

    /** Up to {@code limit} events after {@code position}. */
    Mono<List<RecordedEvent>> after(Tx tx, Position position, int limit);

    /**
     * Looks through up to {@code limit} events after {@code position} and brings those of the wanted types; for a reader that
     * wants few of many.
     */
    Mono<Gleaned> glean(Tx tx, Position position, Set<String> types, int limit);

    /**
     * What was found.
     *
     * @param reached the last event looked at; the given position where there was none
     * @param seen how many were looked at
     */
    record Gleaned(List<RecordedEvent> events, Position reached, long seen) {}

    /** Where a named reader stands; locks its cursor until the transaction ends, so that one process reads at a time. */
    Mono<Position> stand(Tx tx, String reader);

    /** Moves a named reader on, in the transaction of what it did with the events. */
    Mono<Void> move(Tx tx, String reader, Position position);

    /** Names this numbering of transactions; a restored database has another, and positions of before mean nothing. */
    Mono<String> epoch(Tx tx);

    /** The last position that is complete now. */
    Mono<Position> end(Tx tx);
}
