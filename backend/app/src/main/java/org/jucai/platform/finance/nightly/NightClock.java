package org.jucai.platform.finance.nightly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts what is due or asked for: once, whichever of several processes is first; what a process left unfinished is begun anew. */
@Component
class NightClock implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(NightClock.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LEFT_UNFINISHED = Duration.ofHours(1);
    private static final int LONGEST_FAILURE = 500;

    private final Database database;
    private final SqlNightRuns shelf;
    private final Map<RunKind, NightlyWork> works;
    private final Ids ids;
    private final Clock clock;

    NightClock(Database database, SqlNightRuns shelf, List<NightlyWork> works, Ids ids, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.works = works.stream().collect(Collectors.toMap(NightlyWork::kind, Function.identity()));
        this.ids = ids;
        this.clock = clock;
    }

    /** How many ran. */
    Mono<Long> tick() {
        Instant now = clock.instant();
        return Flux.fromIterable(works.values())
                .concatMap(work -> database.write(Scope.background(), tx -> shelf.due(tx, ids.next(), work.kind(), NightRules.due(now, work.notBefore()), now)))
                .thenMany(Flux.defer(this::claimed).concatMap(this::run)).count();
    }

    private Flux<Run> claimed() {
        return next().expand(_ -> next());
    }

    private Mono<Run> next() {
        Instant now = clock.instant();
        return database.write(Scope.background(), tx -> shelf.claim(tx, now, now.minus(LEFT_UNFINISHED), works.keySet()));
    }

    private Mono<Run> run(Run run) {
        NightlyWork work = works.get(run.kind());
        if (work == null) return Mono.error(new IllegalStateException("only known work is claimed"));
        return Mono.defer(() -> work.run(run.dueOn().orElseGet(() -> run.askedAt().atZone(NightRules.BEIJING).toLocalDate())))
                .doOnNext(outcome -> say(run, outcome))
                .flatMap(outcome -> database.write(Scope.background(), tx -> shelf.end(tx, run.id(), clock.instant(), outcome)))
                .onErrorResume(failure -> failed(run, failure))
                .thenReturn(run);
    }

    private static void say(Run run, NightlyWork.Outcome outcome) {
        if (outcome.differing() > 0) LOG.error("{}: {} of {} differ, by {} fen together: {}", run.kind(), outcome.differing(), outcome.lookedAt(), outcome.differenceFen(), outcome.details());
    }

    private Mono<Void> failed(Run run, Throwable failure) {
        LOG.error("{} failed", run.kind(), failure);
        String said = String.valueOf(failure);
        return database.write(Scope.background(), tx -> shelf.fail(tx, run.id(), clock.instant(), said.substring(0, Math.min(said.length(), LONGEST_FAILURE))));
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
