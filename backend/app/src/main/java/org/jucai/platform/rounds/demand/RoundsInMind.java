package org.jucai.platform.rounds.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import reactor.core.publisher.Mono;

/**
 * Rounds this process has lately read. What is decided on one is written only if its version still stands, so an old one
 * costs a second try, never a wrong answer.
 */
final class RoundsInMind {

    private static final Duration FOR = Duration.ofSeconds(2);
    private static final int MOST = 500;

    private final Database database;
    private final RoundBoard board;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(Round round, Instant readAt) {}

    RoundsInMind(Database database, RoundBoard board) {
        this.database = database;
        this.board = board;
    }

    Mono<Round> find(UUID id, Caller caller, boolean afresh) {
        Instant now = caller.now();
        Known held = known.get(id);
        if (!afresh && held != null && held.readAt().plus(FOR).isAfter(now) && held.round().isAnnounced()) return Mono.just(held.round());
        return database.read(Scope.of(caller.actor()), tx -> board.find(tx, id)).doOnNext(round -> keep(round, now));
    }

    private void keep(Round round, Instant now) {
        if (known.size() >= MOST) known.clear();
        known.put(round.id(), new Known(round, now));
    }
}
