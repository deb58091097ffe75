package org.jucai.platform.rounds.demand;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import reactor.core.publisher.Mono;

/** The shelf of demand lines. */
interface DemandLines {

    /** Which lines are wanted. */
    record Filter(UUID roundId, Optional<LineStatus> status, Optional<String> grade, Optional<UUID> enterpriseId) {}

    Mono<DemandLine> find(Tx tx, UUID id);

    Mono<Page<DemandLine>> list(Tx tx, Filter filter, @Nullable String cursor, int limit);

    /** All lines of a round in these states, ordered by id. */
    Mono<List<DemandLine>> all(Tx tx, UUID roundId, Set<LineStatus> statuses);

    Mono<List<DemandLine>> some(Tx tx, UUID roundId, Set<UUID> ids);

    /** The latest lines of an enterprise before a round. */
    Mono<List<DemandLine>> lastTime(Tx tx, UUID enterpriseId, UUID beforeRound, int limit);

    /** What these members asked for in their association's last round before this one; not what they never confirmed. */
    Mono<List<DemandLine>> lastAsked(Tx tx, Round round, Set<UUID> members, int limit);

    Mono<Void> add(Tx tx, List<DemandLine> lines);

    /** Stores lines as they are after their events; tells how many stood at the version before. */
    Mono<Long> move(Tx tx, List<DemandLine> after);

    /** Whether an enterprise has lines in a round that were not withdrawn. */
    Mono<Boolean> has(Tx tx, UUID roundId, UUID enterpriseId);
}
