package org.jucai.platform.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Moves rounds whose deadline has come: once, whichever of several processes is first; after a stop, everything that was
 * missed is caught up, and the event says when it was due.
 */
@Component
class RoundClock implements Beating {

    /** Who acts when the deadline itself does. */
    static final UUID CLOCK = new UUID(0, 1);

    private static final Logger LOG = LoggerFactory.getLogger(RoundClock.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final Rounds rounds;
    private final RoundDesk desk;
    private final Clock clock;

    RoundClock(Database database, Rounds rounds, RoundDesk desk, Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.desk = desk;
        this.clock = clock;
    }

    /** Moves every round that is due now, each in its own transaction; tells how many. */
    Mono<Long> tick() {
        Instant now = clock.instant();
        return due(now, FIRST)
                .expand(page -> page.size() < AT_ONCE ? Mono.empty() : due(now, page.getLast()))
                .concatMapIterable(page -> page)
                .concatMap(id -> move(id, now))
                .count();
    }

    private Mono<List<UUID>> due(Instant now, UUID after) {
        return database.read(Scope.background(), tx -> rounds.due(tx, now, after, AT_ONCE));
    }

    /** Looks again under the lock: another process may have been first. */
    private Mono<Round> move(UUID id, Instant now) {
        return database.write(Scope.background(), tx -> rounds.findToMove(tx, id)
                        .filter(round -> round.isDueAt(now))
                        .flatMap(round -> desk.carryOut(tx, actor(round), round, command(round), now)))
                .onErrorResume(failure -> {
                    LOG.warn("round {} was due and could not be moved, trying again: {}", id, failure.toString());
                    return Mono.empty();
                });
    }

    private static Actor actor(Round round) {
        return new Actor(CLOCK, round.associationId(), PartyKind.ASSOCIATION, Set.of(), Set.of(), Actor.Entry.CLOCK, false);
    }

    private static RoundCommand command(Round round) {
        return switch (round.status()) {
            case ANNOUNCED -> new RoundCommand.Open(Optional.empty(), true);
            case COLLECTING -> new RoundCommand.Lock(Optional.empty(), true);
            case TENDERING -> new RoundCommand.Close();
            default -> new RoundCommand.CloseGap();
        };
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return tick().then();
    }
}
