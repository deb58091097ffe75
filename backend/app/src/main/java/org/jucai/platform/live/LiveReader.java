package org.jucai.platform.live;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Position;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.security.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * The one reader of the feed in this process. What it reads it tells to all who listen, each event written once per
 * audience. Everything here happens on one thread; the database is asked elsewhere.
 */
@Component
class LiveReader {

    static final Duration LOOKS_EVERY = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final Duration WOKEN_AT_MOST_EVERY = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POOLS_AT_MOST_EVERY_MILLIS = 200;
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Feed feed;
    private final Shapes shapes;
    private final Scheduler liveThread;
    private final Clock clock;
    private final Watchers watchers = new Watchers();
    private final Set<UUID> movedPools = new HashSet<>();
    private final Set<UUID> changedPeople = new HashSet<>();
    private final Sinks.One<Blocks> begun = Sinks.one();
    private Position at = Position.START;
    private long poolsToldAtMillis;

    LiveReader(Database database, Feed feed, Shapes shapes, Scheduler liveThread, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.shapes = shapes;
        this.liveThread = liveThread;
        this.clock = clock;
    }

    /** Reads for as long as it is subscribed to; nothing that goes wrong ends it. */
    Flux<Integer> run(Flux<Boolean> wakes, Flux<Blocks> blocks) {
        Flux<Object> beats = Flux.merge(Flux.interval(LOOKS_EVERY, liveThread), wakes.sample(Flux.interval(WOKEN_AT_MOST_EVERY, liveThread))
                .filter(_ -> watchers.anybodyListens()));
        return blocks.next().flatMapMany(known -> begin(known).thenMany(beats.onBackpressureLatest()
                .concatMap(_ -> read(known).onErrorResume(LiveReader::later), 1)));
    }

    private Mono<Void> begin(Blocks blocks) {
        return database.read(Scope.background(), feed::end).publishOn(liveThread).doOnNext(end -> {
            at = end;
            begun.tryEmitValue(blocks);
        }).then();
    }

    /** How blocks are written, once the reader stands somewhere. */
    Mono<Blocks> begun() {
        return begun.asMono().timeout(PATIENCE, Mono.error(() -> new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE)));
    }

    /** From here on the client hears everything after {@link Watch#since()}. */
    Mono<Watch> join(Listener listener, Optional<Presence> presence) {
        return standAtTheEnd().then(Mono.fromSupplier(() -> {
            Watch watch = new Watch(listener, presence, at);
            watchers.add(watch);
            return watch;
        }).subscribeOn(liveThread));
    }

    /** While nobody listens there is nothing to tell: only where the feed ends is kept, and looked up for who comes first. */
    private Mono<Void> standAtTheEnd() {
        return Mono.defer(() -> watchers.anybodyListens() ? Mono.empty() : database.read(Scope.background(), feed::end).publishOn(liveThread))
                .subscribeOn(liveThread)
                .filter(end -> !watchers.anybodyListens() && end.compareTo(at) > 0)
                .doOnNext(end -> at = end)
                .then();
    }

    Mono<Void> leave(Watch watch) {
        return Mono.<Void>fromRunnable(() -> watchers.remove(watch)).subscribeOn(liveThread);
    }

    Mono<List<Watch>> watching() {
        return Mono.fromSupplier(watchers::all).subscribeOn(liveThread);
    }

    /** People of whom the feed told something since this was last asked. */
    Mono<Set<UUID>> takeChangedPeople() {
        return Mono.fromSupplier(() -> {
            Set<UUID> changed = Set.copyOf(changedPeople);
            changedPeople.clear();
            return changed;
        }).subscribeOn(liveThread);
    }

    Mono<Void> tellAll(byte[] bytes) {
        return Mono.<Void>fromRunnable(() -> watchers.tellAll(bytes)).subscribeOn(liveThread);
    }

    Mono<Void> dismiss() {
        return Mono.<Void>fromRunnable(watchers::dismiss).subscribeOn(liveThread);
    }

    private Mono<Integer> read(Blocks blocks) {
        return watchers.anybodyListens() ? readOn(blocks) : standAtTheEnd().thenReturn(0);
    }

    private Mono<Integer> readOn(Blocks blocks) {
        return database.read(Scope.background(), tx -> feed.after(tx, at, AT_ONCE))
                .publishOn(liveThread)
                .flatMap(events -> Flux.fromIterable(events).concatMap(event -> tell(event, blocks), 1)
                        .then(Mono.defer(() -> tellPools(blocks)))
                        .thenReturn(events.size()))
                .flatMap(count -> count == AT_ONCE ? readOn(blocks).map(more -> more + count) : Mono.just(count));
    }

    private Mono<Void> tell(RecordedEvent event, Blocks blocks) {
        if (event.stream().equals("person") && watchers.anybodyListens()) changedPeople.add(event.streamId());
        if (!isWanted(event)) {
            at = event.position();
            return Mono.empty();
        }
        if (event.roundId() != null && shapes.movesPool(event)) movedPools.add(event.roundId());
        return shapes.of(event).publishOn(liveThread).doOnNext(frames -> {
            at = event.position();
            frames.forEach(frame -> watchers.tell(frame, blocks::event));
        }).then();
    }

    private boolean isWanted(RecordedEvent event) {
        if (event.stream().equals(Shapes.NOTICES)) return watchers.anybodyHearsOfNotices();
        UUID round = event.roundId();
        return round != null && (watchers.anybodyFollows(round) || event.stream().equals("round") && watchers.anybodyListens());
    }

    /** The secretariat's view follows the lines, of each pool its latest state only. */
    private Mono<Void> tellPools(Blocks blocks) {
        long now = liveThread.now(TimeUnit.MILLISECONDS);
        if (movedPools.isEmpty() || now - poolsToldAtMillis < POOLS_AT_MOST_EVERY_MILLIS) return Mono.empty();
        poolsToldAtMillis = now;
        List<UUID> moved = List.copyOf(movedPools);
        movedPools.clear();
        return Flux.fromIterable(moved).concatMap(round -> tellPool(round, blocks)).then();
    }

    private Mono<Void> tellPool(UUID round, Blocks blocks) {
        return shapes.owner(round)
                .publishOn(liveThread)
                .filter(association -> watchers.secretariatFollows(round, association))
                .flatMap(_ -> shapes.exactPool(at, round, clock.instant()))
                .publishOn(liveThread)
                .doOnNext(frame -> watchers.tell(frame, blocks::event))
                .doOnError(_ -> movedPools.add(round))
                .then();
    }

    private static Mono<Integer> later(Throwable failure) {
        LOG.warn("the feed could not be read for listeners, trying again: {}", failure.toString());
        return Mono.just(0);
    }
}
