package org.jucai.platform.rounds.demand;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about demand lines, as far as the transaction's parties may know. */
@Service
public class DemandBoard {

    private static final int MOST_SUGGESTED = 50;
    private static final int MOST_ASKED = 20_000;

    private final DemandLines lines;

    DemandBoard(DemandLines lines) {
        this.lines = lines;
    }

    /** Which lines are wanted. */
    public record Wanted(UUID roundId, Optional<LineStatus> status, Optional<String> grade, Optional<UUID> enterpriseId) {}

    public Mono<DemandLine> get(Tx tx, UUID id) {
        return lines.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    public Mono<Page<DemandLine>> list(Tx tx, Wanted wanted, @Nullable String cursor, int limit) {
        return lines.list(tx, new DemandLines.Filter(wanted.roundId(), wanted.status(), wanted.grade(), wanted.enterpriseId()), cursor, limit);
    }

    /** All lines of a round in these states, ascending by id. */
    public Mono<List<DemandLine>> all(Tx tx, UUID roundId, Set<LineStatus> statuses) {
        return lines.all(tx, roundId, statuses);
    }

    /** These lines of a round, as far as the parties may see them. */
    public Mono<List<DemandLine>> some(Tx tx, UUID roundId, Set<UUID> ids) {
        return lines.some(tx, roundId, ids);
    }

    /** The lines of the enterprise's last round before this one. */
    public Mono<List<DemandLine>> lastTime(Tx tx, UUID enterpriseId, UUID beforeRound) {
        return lines.lastTime(tx, enterpriseId, beforeRound, MOST_SUGGESTED);
    }

    /**
     * What these members asked for in their association's last round before this one; refused where it is more than a page of
     * members can have, rather than cut.
     */
    public Mono<List<DemandLine>> lastAsked(Tx tx, Round round, Set<UUID> members) {
        return lines.lastAsked(tx, round, members, MOST_ASKED + 1)
                .filter(found -> found.size() <= MOST_ASKED)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.TOO_LARGE)));
    }

    public Mono<Boolean> has(Tx tx, UUID roundId, UUID enterpriseId) {
        return lines.has(tx, roundId, enterpriseId);
    }
}
