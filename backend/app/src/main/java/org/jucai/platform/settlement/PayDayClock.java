package org.jucai.platform.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says in the log that a pay-day is near, three working days before it, and that it is past, so that late interest runs: once for each statement and
 * day, whichever of several processes is first. Interest itself is reckoned from the days, and waits for nobody to say so.
 */
@Component
class PayDayClock implements Beating {

    /** How many working days before. */
    static final int NEAR = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PayDayClock.class);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final SqlPayDays days;
    private final Filing filing;
    private final CatalogueBoard catalogue;
    private final Journal journal;
    private final Clock clock;

    PayDayClock(Database database, SqlPayDays days, Filing filing, CatalogueBoard catalogue, Journal journal, Clock clock) {
        this.database = database;
        this.days = days;
        this.filing = filing;
        this.catalogue = catalogue;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many days it told of. */
    Mono<Long> tick() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BEIJING);
        return catalogue.current().map(Catalogue::workingDays).flatMap(calendar -> tell(today, calendar.workingDays(today, NEAR).lastOn()));
    }

    private Mono<Long> tell(LocalDate today, LocalDate until) {
        return untold(today, until).flatMap(found -> Flux.fromIterable(found).concatMap(day -> apart(day, today))
                .filter(told -> told).count()
                .flatMap(told -> told == 0 || found.size() < AT_ONCE ? Mono.just(told) : tell(today, until).map(more -> told + more)));
    }

    /** What is wrong with one statement holds up none of the others; it is looked at again on the next beat. */
    private Mono<Boolean> apart(SqlPayDays.Day day, LocalDate today) {
        return database.write(Scope.background(), tx -> tell(tx, day, today)).onErrorResume(failure -> {
            LOG.warn("telling of the pay-day of {} failed, trying again: {}", day.statementId(), failure.toString());
            return Mono.just(false);
        });
    }

    private Mono<List<SqlPayDays.Day>> untold(LocalDate today, LocalDate until) {
        return database.read(Scope.background(), tx -> days.untold(tx, today, until, AT_ONCE));
    }

    /** The row is held: what was paid in the meantime is not told of. */
    private Mono<Boolean> tell(Tx tx, SqlPayDays.Day day, LocalDate today) {
        boolean late = day.dueOn().isBefore(today);
        return filing.hold(tx, day.statementId()).filter(statement -> statement.money().nextDueOn().filter(day.dueOn()::equals).isPresent())
                .filterWhen(_ -> days.told(tx, day, late))
                .flatMap(statement -> journal.append(tx, Filing.byTheClock(statement), clock.instant(), List.of(event(statement, day.dueOn(), late))).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private static NewEvent event(Statement statement, LocalDate dueOn, boolean late) {
        PayDayEvent event = late ? new PayDayEvent.LateInterestBegun(statement.code(), statement.id(), dueOn) : new PayDayEvent.PayDayNear(statement.code(), statement.id(), dueOn);
        Set<UUID> readers = new TreeSet<>(Set.of(statement.payerId()));
        if (late) readers.addAll(List.of(statement.payeeId(), statement.of().groupId()));
        return new NewEvent(PayDayEvent.STREAM, PayDayEvent.streamOf(statement.id(), dueOn), late ? 2 : 1, statement.of().roundId(), event.getClass().getSimpleName(), event, readers);
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
