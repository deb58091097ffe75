package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** The shelf of rounds. */
interface Rounds {

    Mono<Round> find(Tx tx, UUID id);

    /** Finds and holds the round until the transaction ends, waiting for those who submit to it now (law 5). */
    Mono<Round> findToMove(Tx tx, UUID id);

    /** Finds the round and keeps it from being moved until the transaction ends; many may join at once. */
    Mono<Round> findToJoin(Tx tx, UUID id);

    /** Newest first. */
    Mono<Page<Round>> list(Tx tx, Optional<RoundStatus> status, @Nullable String cursor, int limit);

    /** Zones of the newest rounds, each code once with its newest name, by code. */
    Mono<Page<RoundTerms.Zone>> zones(Tx tx, Optional<UUID> association, @Nullable String cursor, int limit);

    Mono<Void> add(Tx tx, Round round);

    /** Stores the round as it is after its events; empty where somebody was first. */
    Mono<Round> move(Tx tx, Round before, Round after);

    /** Draws the year's next number for a code. */
    Mono<Integer> nextNumber(Tx tx, int year);

    /** Ids of rounds whose deadline has come, ascending, those after {@code after}. */
    Mono<List<UUID>> due(Tx tx, Instant now, UUID after, int limit);
}
