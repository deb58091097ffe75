package org.jucai.platform.bidding.opening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Opens what can be opened: begins openings that are due, unseals envelopes of which two trustees released shares, a few in each transaction,
 * and lets openings go on. Any process goes on where another was killed; one that works on an envelope holds it.
 */
@Component
class OpeningWork implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningWork.class);
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int AT_ONCE = 4;
    private static final int TAKERS = 2;
    private static final int PAGE = 200;

    private final Database database;
    private final OpeningSteps steps;
    private final SqlOpenings shelf;
    private final SqlUnsealing unsealing;
    private final RoundBoard rounds;
    private final Journal journal;
    private final Scheduler envelopes;
    private final Clock clock;

    OpeningWork(Database database, OpeningSteps steps, SqlOpenings shelf, SqlUnsealing unsealing, RoundBoard rounds, Journal journal, Scheduler envelopes, Clock clock) {
        this.database = database;
        this.steps = steps;
        this.shelf = shelf;
        this.unsealing = unsealing;
        this.rounds = rounds;
        this.journal = journal;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return begins().then(Mono.defer(this::unseals)).then(Mono.defer(this::goesOn));
    }

    private Mono<Void> begins() {
        Instant now = clock.instant();
        return due(null).expand(page -> page.nextCursor() == null ? Mono.empty() : due(page.nextCursor()))
                .concatMapIterable(org.jucai.platform.kernel.Page::items)
                .filter(round -> round.tender().filter(terms -> !now.isBefore(terms.opensAt())).isPresent())
                .filterWhen(round -> database.read(Scope.background(), tx -> shelf.find(tx, round.id(), round.tendering().number())).hasElement().map(begun -> !begun))
                .concatMap(round -> tried(round, steps.begin(round.id(), now)))
                .then();
    }

    private Mono<org.jucai.platform.kernel.Page<Round>> due(@org.jspecify.annotations.Nullable String cursor) {
        return database.read(Scope.background(), tx -> rounds.list(tx, Optional.of(RoundStatus.CLOSED), cursor, PAGE));
    }

    private static <T> Mono<T> tried(Object what, Mono<T> step) {
        return step.onErrorResume(failure -> {
            LOG.warn("an opening did not go on and is tried again: {}: {}", what instanceof Round round ? round.code() : what, failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> unseals() {
        return Flux.range(0, TAKERS).flatMap(_ -> Mono.defer(this::some).repeat().takeWhile(more -> more).then(), TAKERS).then();
    }

    /** Takes some and unseals them; tells whether there were any. */
    private Mono<Boolean> some() {
        return database.write(Scope.background(), tx -> unsealing.take(tx, AT_ONCE).flatMap(taken -> taken.isEmpty() ? Mono.just(false)
                : Flux.fromIterable(taken).concatMap(work -> Mono.fromCallable(work::unsealed).subscribeOn(envelopes)
                                .flatMap(all -> unsealing.keep(tx, work, all)))
                        .then(Mono.defer(() -> tell(tx, taken.getFirst())))
                        .thenReturn(true)));
    }

    /** Told once for all that were taken together, so that a room full of watchers is not flooded. */
    private Mono<Void> tell(Tx tx, SealedWork work) {
        OpeningEvent event = new OpeningEvent.EnvelopesUnsealed(work.call(), work.phase(), Set.copyOf(work.watchers()));
        return unsealing.step(tx, work).then(journal.append(tx, Actor.ofTheClock(work.associationId(), PartyKind.ASSOCIATION), clock.instant(), List.of(
                new NewEvent(RoundOpening.STREAM, work.stream(), work.steps() + 1, work.roundId(), event.getClass().getSimpleName(), event, event.watchers()))));
    }

    private Mono<Void> goesOn() {
        return database.read(Scope.background(), shelf::ready).flatMapIterable(ready -> ready)
                .concatMap(opening -> tried(opening.roundId(), steps.goOn(opening, clock.instant())))
                .then();
    }
}
