package org.jucai.platform.award.allocations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Silence confirms: once, whichever of several processes is first; what was missed is caught up, and the event says when it was due. */
@Component
class AllocationClock implements Beating {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final SqlAllocations shelf;
    private final Journal journal;
    private final Clock clock;

    AllocationClock(Database database, SqlAllocations shelf, Journal journal, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.journal = journal;
        this.clock = clock;
    }

    /** Confirms every allocation whose term has ended; tells how many. */
    Mono<Long> tick() {
        Instant now = clock.instant();
        return confirm(now).expand(confirmed -> confirmed < AT_ONCE ? Mono.empty() : confirm(now)).reduce(0L, Long::sum);
    }

    private Mono<Integer> confirm(Instant now) {
        return database.write(Scope.background(), tx -> shelf.silence(tx, now, AT_ONCE).flatMap(confirmed -> record(tx, confirmed, now).thenReturn(confirmed.size())));
    }

    private Mono<Void> record(Tx tx, List<Allocation> confirmed, Instant now) {
        return Flux.fromIterable(confirmed)
                .concatMap(each -> journal.append(tx, Actor.ofTheClock(each.associationId(), PartyKind.ASSOCIATION), now,
                        List.of(AllocationDesk.event(each, new AllocationEvent.AllocationConfirmedBySilence(each.silenceConfirmsAt())))))
                .then();
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
