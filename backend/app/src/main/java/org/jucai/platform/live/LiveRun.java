package org.jucai.platform.live;

import java.security.SecureRandom;
import java.time.Duration;
import org.jucai.platform.journal.Cursors;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/** Runs what the live module does by itself: reading, heartbeats, asking again who may stay. */
@Component
class LiveRun implements SmartLifecycle {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final LiveReader reader;
    private final Wakes wakes;
    private final Doorkeeper doorkeeper;
    private final Mono<Blocks> blocks;
    private final Scheduler liveThread;
    private final Disposable.Composite running = Disposables.composite();
    private volatile boolean on;

    LiveRun(LiveReader reader, Wakes wakes, Doorkeeper doorkeeper, Database database, Feed feed, EventWriter writer,
            SecureRandom random, Scheduler liveThread) {
        this.reader = reader;
        this.wakes = wakes;
        this.doorkeeper = doorkeeper;
        this.blocks = database.read(Scope.background(), feed::epoch).map(epoch -> new Blocks(new Cursors(epoch, random), writer));
        this.liveThread = liveThread;
    }

    @Override
    public void start() {
        on = true;
        running.add(reader.run(wakes.heard(), blocks.flux())
                .doOnError(failure -> LOG.warn("listeners cannot be served yet: {}", failure.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .subscribe(_ -> {}, failure -> LOG.error("the feed is not read for listeners any more", failure)));
        running.add(heartbeats(liveThread)
                .concatMap(reader::tellAll)
                .subscribe(_ -> {}, failure -> LOG.error("no heartbeats any more", failure)));
        running.add(Flux.interval(ROUND, liveThread)
                .onBackpressureDrop()
                .concatMap(turn -> doorkeeper.goRound(turn).onErrorResume(LiveRun::later), 1)
                .subscribe(_ -> {}, failure -> LOG.error("nobody is asked any more whether they may still listen", failure)));
    }

    static Flux<byte[]> heartbeats(Scheduler scheduler) {
        return Flux.interval(HEARTBEAT, scheduler).onBackpressureDrop().map(_ -> Blocks.HEARTBEAT);
    }

    private static Mono<Long> later(Throwable failure) {
        LOG.warn("who listens could not be asked again, trying later: {}", failure.toString());
        return Mono.just(0L);
    }

    @Override
    public void stop() {
        on = false;
        running.dispose();
        reader.dismiss().subscribe(_ -> {}, failure -> LOG.warn("listeners were not dismissed: {}", failure.toString()));
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    /** Stops first: a web server that waits for its requests to end would wait for these in vain. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
