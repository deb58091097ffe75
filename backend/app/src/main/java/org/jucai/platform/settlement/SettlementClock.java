package org.jucai.platform.settlement;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Settles by itself: hears what was delivered, values it once its quality is decided, draws statements up on both sides, takes back what was
 * returned, and agrees for whoever is silent too long. Once, whichever of several processes is first.
 */
@Component
class SettlementClock implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementClock.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Hands hands;
    private final Shelves shelves;
    private final RoundDesk rounds;
    private final Clock clock;

    SettlementClock(Database database, Hands hands, Shelves shelves, RoundDesk rounds, Clock clock) {
        this.database = database;
        this.hands = hands;
        this.shelves = shelves;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Who does it. */
    @Component
    record Hands(DeliveriesTold told, Valuation valuation, DrawingUp drawing, Reversing reversing, Filing filing, Ending ending) {}

    /** Where things stand. */
    @Component
    record Shelves(SqlWorths worths, SqlStatements statements, SqlClosings closings) {}

    /** How many statements were drawn. */
    Mono<Long> tick() {
        return apart("what the journal told", hands.told.follow().map(Integer::longValue)).then(Mono.defer(this::takeBack)).then(Mono.defer(this::value)).then(Mono.defer(this::draw))
                .flatMap(drawn -> silence().then(Mono.defer(this::end)).then(Mono.defer(this::close)).thenReturn(drawn));
    }

    private Mono<Long> value() {
        return each("valuing contract", shelves.worths::contractsWaiting, (tx, id) -> hands.valuation.value(tx, id, clock.instant())).count();
    }

    private Mono<Long> draw() {
        return each("drawing contract", shelves.worths::contractsToDraw, (tx, id) -> hands.drawing.draw(tx, id, DrawingUp.Wanted.WHAT_IS_DUE, clock.instant()))
                .concatMapIterable(drawn -> drawn).count();
    }

    private Mono<Long> takeBack() {
        return each("taking back", shelves.worths::toTakeBack, (tx, id) -> hands.reversing.takeBack(tx, id, clock.instant())).count();
    }

    private Mono<Long> end() {
        return each("ending contract", shelves.closings::toEnd, (tx, id) -> hands.ending.look(tx, id, clock.instant())).count();
    }

    private Mono<Long> silence() {
        return each("silence about", (tx, after, limit) -> shelves.statements.silent(tx, clock.instant(), after, limit), this::agreed).count();
    }

    private Mono<Statement> agreed(Tx tx, UUID id) {
        return hands.filing.hold(tx, id).flatMap(statement -> hands.filing.move(new Asking(tx, Filing.byTheClock(statement), clock.instant()), statement,
                StatementRules.decide(statement, new StatementCommand.Silence(), clock.instant()).orElseRefuse().getFirst()));
    }

    /** A round whose group says that its deposits are ended is settled once every statement is agreed, invoiced and paid, and every lot terminal. */
    private Mono<Long> close() {
        return each("settling round", shelves.closings::asked, this::closed).count();
    }

    private Mono<UUID> closed(Tx tx, UUID id) {
        return Mono.zip(shelves.closings.open(tx, id), shelves.closings.undrawn(tx, id), shelves.worths.waitingOfRound(tx, id))
                .filter(open -> open.getT1().isEmpty() && open.getT2() == 0 && open.getT3() == 0)
                .flatMap(_ -> rounds.settled(tx, id, clock.instant()).then(shelves.closings.settled(tx, id)).thenReturn(id));
    }

    /** What is to be looked at, by id. */
    @FunctionalInterface
    private interface Found {
        Mono<List<UUID>> page(Tx tx, Optional<UUID> after, int limit);
    }

    /** Each in a transaction of its own. Whoever was first did it; what is refused or fails does so alone, and is looked at again on the next beat. */
    private <T> Flux<T> each(String what, Found found, BiFunction<Tx, UUID, Mono<T>> work) {
        return page(found, Optional.empty())
                .expand(some -> some.size() < AT_ONCE ? Mono.empty() : page(found, Optional.of(some.getLast())))
                .concatMapIterable(some -> some)
                .onErrorResume(failure -> failedAlone(what, "what is due", failure))
                .concatMap(id -> database.write(Scope.background(), tx -> work.apply(tx, id)).onErrorResume(RefusedException.class, somebodyWasFirst -> Mono.empty())
                        .onErrorResume(failure -> failedAlone(what, id, failure)));
    }

    private Mono<List<UUID>> page(Found found, Optional<UUID> after) {
        return database.read(Scope.background(), tx -> found.page(tx, after, AT_ONCE));
    }

    private static Mono<Long> apart(String what, Mono<Long> work) {
        return work.onErrorResume(failure -> failedAlone(what, "all of it", failure));
    }

    /** What is wrong with one holds up none of the others. */
    private static <T> Mono<T> failedAlone(String what, Object which, Throwable failure) {
        LOG.warn("{} {} failed, trying again: {}", what, which, failure.toString());
        return Mono.empty();
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
