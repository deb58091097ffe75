package org.jucai.platform.rounds.demand;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps each reading of a member's line by the secretariat, and shows it to that member. */
@Service
public class LineReadings {

    private final SqlLineReadings shelf;
    private final Ids ids;

    LineReadings(SqlLineReadings shelf, Ids ids) {
        this.shelf = shelf;
        this.ids = ids;
    }

    /** For what a line was read. */
    public enum Purpose { LIST, DETAIL, EXPORT, LOT, HISTORY, CHASE }

    /** One reading. */
    public record Reading(UUID id, UUID readerId, Purpose purpose, Instant readAt) {}

    /** Notes that the actor read these lines; lines of the actor's own party are not noted. */
    public Mono<Void> note(Tx tx, Actor actor, Purpose purpose, List<DemandLine> lines, Instant now) {
        List<DemandLine> others = lines.stream().filter(line -> !actor.actsFor(line.enterpriseId())).toList();
        return others.isEmpty() ? Mono.empty() : shelf.add(new Asking(tx, actor, now), purpose, others, ids);
    }

    /** Who read a line, latest first. */
    public Mono<Page<Reading>> of(Tx tx, UUID lineId, @Nullable String cursor, int limit) {
        return shelf.list(tx, lineId, cursor, limit);
    }
}
