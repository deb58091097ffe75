package org.jucai.platform.rounds.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Enters confirmed imports part by part, each part in a transaction of its own, so that a large one holds up nobody's demand.
 * How far it is stands in the database with the rows: whichever process finds an import that nobody enters goes on from there,
 * and no row enters twice.
 */
@Service
public class Entering implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Entering.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_REST = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Database database;
    private final ImportDesk desk;
    private final SqlEnteringJobs jobs;
    private final Clock clock;
    private final Lookout lookout;

    Entering(Database database, ImportDesk desk, SqlEnteringJobs jobs, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
        this.lookout = new Lookout("entering of imports", AT_ONCE, this::next);
    }

    /** Confirms, and waits a little for the end; completes with or without it. Rows go in also when the client hangs up. */
    public Mono<Void> confirm(UUID importId, Caller caller) {
        return database.write(caller.scope(), tx -> desk.begin(tx, caller.actor(), importId, caller.now()))
                .then(Mono.fromRunnable(lookout::wake))
                .thenMany(Flux.interval(Duration.ZERO, GLANCE).onBackpressureDrop())
                .concatMap(glance -> database.read(caller.scope(), tx -> jobs.isGoingOn(tx, importId)), 1)
                .takeUntil(goesOn -> !goesOn)
                .take(PATIENCE)
                .then();
    }

    /** Enters one import that waits, if any does. */
    private Mono<SqlEnteringJobs.Job> next() {
        return database.write(Scope.background(), tx -> jobs.claim(tx, LEASE))
                .flatMap(job -> enter(job).thenReturn(job));
    }

    private Mono<Void> enter(SqlEnteringJobs.Job job) {
        if (job.attempts() > MOST_ATTEMPTS) return stop(job, ImportRefusal.IMPORT_ENTERING_FAILED.name(), Map.of());
        return Mono.defer(() -> part(job)).repeat().takeUntil(OptionalInt::isEmpty).then()
                .onErrorResume(RefusedException.class, no -> stop(job, no.refusal().name(), no.facts()))
                .onErrorResume(failure -> {
                    LOG.warn("import {} is not entered to its end and will be gone on with: {}", job.importId(), failure.toString());
                    return database.write(Scope.background(), tx -> jobs.release(tx, job.importId(), rest(job)));
                });
    }

    /** The oftener it failed since rows last went in, the longer; ten attempts take about a minute and a half. */
    private static Duration rest(SqlEnteringJobs.Job job) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(job.attempts() - 1, MOST_ATTEMPTS));
        return rest.compareTo(LEASE) < 0 ? rest : LEASE;
    }

    /** In the name of the party that confirmed, and no other. */
    private Mono<OptionalInt> part(SqlEnteringJobs.Job job) {
        Instant now = clock.instant();
        return database.write(Scope.parties(Set.of(job.actor().partyId())), tx -> desk.enterSome(tx, job.actor(), job.importId(), now)
                .flatMap(entered -> jobs.goOn(tx, job.importId(), LEASE).thenReturn(entered)));
    }

    private Mono<Void> stop(SqlEnteringJobs.Job job, String refusal, Map<String, Object> facts) {
        return database.write(Scope.background(), tx -> jobs.stop(tx, job.importId(), refusal, facts));
    }

    @Override
    public void start() {
        lookout.start();
    }

    @Override
    public void stop() {
        lookout.stop();
    }

    @Override
    public boolean isRunning() {
        return lookout.isRunning();
    }
}
