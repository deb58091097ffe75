package org.jucai.platform.award.runs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.award.checking.UnreadableException;
import org.jucai.platform.award.runs.SqlRunJobs.Ended;
import org.jucai.platform.award.runs.SqlRunJobs.Job;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.award.solving.ProblemRefusedException;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Computes awards that were asked for. Whichever process finds one that nobody is at takes it for a while and keeps the lease as long as it
 * lives; when it dies, another begins anew and, since computing knows no chance and no clock, comes to the same bytes.
 */
@Component
class RunWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration TENDS_EVERY = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(2);

    private final Database database;
    private final SqlRunJobs jobs;
    private final Caps caps;
    private final Engine engine;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final Scheduler awardSolvers;

    RunWorker(Database database, SqlRunJobs jobs, Caps caps, Engine engine, Journal journal, Ids ids, Clock clock, Scheduler awardSolvers) {
        this.database = database;
        this.jobs = jobs;
        this.caps = caps;
        this.engine = engine;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.awardSolvers = awardSolvers;
    }

    /** Computes one award that waits, and names it; empty where none does. */
    Mono<UUID> next() {
        UUID holder = ids.next();
        return database.write(Scope.background(), tx -> jobs.claim(tx, holder, LEASE, clock.instant())
                        .flatMap(job -> record(tx, job, job.version(), new RunEvent.AwardRunBegun(job.attempts())).thenReturn(job)))
                .flatMap(job -> compute(job).thenReturn(job.id()));
    }

    private Mono<Void> compute(Job job) {
        if (job.attempts() > MOST_ATTEMPTS) return end(job, failed(AwardRun.RunFault.GIVEN_UP));
        Watch watch = new Watch(job.stopAsked());
        Passes passes = new Passes(job.roundId(), new RunSolver(engine, job.workLimit(), watch), watch, caps, awardSolvers);
        Mono<Void> work = on(() -> ProblemReader.read(job.problem()))
                .flatMap(problem -> passes.from(problem, job.rulesPriced()))
                .onErrorResume(failure -> failure instanceof UnreadableException || failure instanceof ProblemRefusedException, failure -> {
                    LOG.error("the problem of award run {} cannot be read", job.id(), failure);
                    return Mono.just(failed(AwardRun.RunFault.UNREADABLE));
                })
                .flatMap(ended -> end(job, ended));
        return Mono.firstWithSignal(work, tending(job, watch))
                .doFinally(_ -> watch.abandon())
                .onErrorResume(failure -> {
                    LOG.warn("award run {} came to no end and will be begun anew", job.id(), failure);
                    return database.write(Scope.background(), tx -> jobs.release(tx, job, REST));
                });
    }

    private <T> Mono<T> on(java.util.concurrent.Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(awardSolvers);
    }

    private static Ended failed(AwardRun.RunFault fault) {
        return new Ended(RunStatus.FAILED, false, fault, null, List.of());
    }

    /** Ends only when the lease is lost: then another is at it, and what is computed here is dropped. */
    private Mono<Void> tending(Job job, Watch watch) {
        return Flux.interval(TENDS_EVERY).onBackpressureDrop()
                .concatMap(_ -> tend(job, watch).onErrorResume(failure -> {
                    LOG.warn("the lease of award run {} could not be kept, trying again: {}", job.id(), failure.toString());
                    return Mono.just(true);
                }), 1)
                .takeWhile(kept -> kept)
                .then(Mono.fromRunnable(() -> LOG.warn("award run {} is another's by now", job.id())));
    }

    private Mono<Boolean> tend(Job job, Watch watch) {
        Optional<AwardRun.Progress> news = watch.news();
        return database.write(Scope.background(), tx -> jobs.tend(tx, job, LEASE, news)
                        .flatMap(kept -> news.isEmpty() ? Mono.just(kept)
                                : record(tx, job, kept.version(), new RunEvent.AwardRunProgressed(news.get().pass())).thenReturn(kept)))
                .map(kept -> {
                    if (kept.stop()) watch.say();
                    return true;
                })
                .defaultIfEmpty(false);
    }

    private Mono<Void> end(Job job, Ended ended) {
        return database.write(Scope.background(), tx -> jobs.end(tx, job, ended, clock.instant())
                .flatMap(version -> record(tx, job, version, new RunEvent.AwardRunEnded(ended.status(), ended.exploratory(), ended.linesLeft().size()))));
    }

    private Mono<Void> record(Tx tx, Job job, long version, RunEvent event) {
        Actor clockwork = Actor.ofTheClock(job.associationId(), PartyKind.ASSOCIATION);
        return journal.append(tx, clockwork, clock.instant(), List.of(RunDesk.event(job.id(), job.roundId(), job.associationId(), version, event)));
    }
}
