package org.jucai.platform.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds whom the goods of open recalls reached since, and tells them; once, whichever of several processes is first. */
@Component
class RecallClock implements Beating {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final SqlRecalls shelf;
    private final SqlConcerns concerns;
    private final Reaching reaching;
    private final Journal journal;
    private final Clock clock;

    RecallClock(Database database, SqlRecalls shelf, SqlConcerns concerns, Reaching reaching, Journal journal, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.concerns = concerns;
        this.reaching = reaching;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many it looked at. */
    Mono<Long> tick() {
        return open(Optional.empty()).expand(found -> found.size() < AT_ONCE ? Mono.empty() : open(Optional.of(found.getLast())))
                .concatMap(found -> Flux.fromIterable(found).concatMap(id -> database.write(Scope.background(), tx -> look(tx, id).thenReturn(id)))).count();
    }

    private Mono<List<UUID>> open(Optional<UUID> after) {
        return database.read(Scope.background(), tx -> shelf.open(tx, after, AT_ONCE));
    }

    private Mono<Void> look(Tx tx, UUID id) {
        return shelf.hold(tx, id).filter(recall -> recall.status() == Recall.Status.OPEN).flatMap(recall -> reaching.whole(tx, recall)
                .flatMap(reach -> reaching.concerned(tx, reach)).zipWith(concerns.of(tx, List.of(id)))
                .flatMap(known -> {
                    Set<UUID> before = known.getT2().stream().map(each -> each.concern().partyId()).collect(Collectors.toSet());
                    return reached(tx, recall, RecallDesk.others(recall, known.getT1()).stream().filter(each -> !before.contains(each.partyId())).toList());
                }));
    }

    private Mono<Void> reached(Tx tx, Recall recall, Collection<ReachBoard.Touched> more) {
        if (more.isEmpty()) return Mono.empty();
        Instant now = clock.instant();
        Set<UUID> parties = more.stream().map(ReachBoard.Touched::partyId).collect(Collectors.toSet());
        return concerns.add(tx, recall, more, now)
                .then(shelf.oversee(tx, recall.id(), RecallDesk.associations(more), RecallDesk.groups(more)))
                .then(concerns.of(tx, List.of(recall.id())))
                .flatMap(all -> journal.append(tx, Actor.ofTheClock(recall.opened().partyId(), recall.opened().kind()), now,
                        all.stream().map(SqlConcerns.Of::concern).filter(each -> parties.contains(each.partyId())).map(each -> event(recall, each)).toList()));
    }

    private static NewEvent event(Recall recall, Recall.Concern concern) {
        RecallEvent event = new RecallEvent.RecallReached(recall.code(), recall.id());
        return new NewEvent(RecallDesk.CONCERN_STREAM, concern.id(), RecallDesk.REACHED, null, event.getClass().getSimpleName(), event, Set.of(concern.partyId()));
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
