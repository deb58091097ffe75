package org.jucai.platform.rounds.imports;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Looks for work at a beat, and at once when woken; does one piece after another while there is any, in a few lanes. */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final String what;
    private final int lanes;
    private final Supplier<Mono<?>> next;
    private final Sinks.Many<Long> wakes = Sinks.many().multicast().directBestEffort();
    private final Disposable.Swap running = Disposables.swap();

    /** @param next does one piece of work and names it; empty where there is none */
    Lookout(String what, int lanes, Supplier<Mono<?>> next) {
        this.what = what;
        this.lanes = lanes;
        this.next = next;
    }

    void start() {
        running.update(Flux.range(0, lanes).flatMap(lane -> lane(), lanes)
                .subscribe(_ -> {}, failure -> LOG.error("{} stopped", what, failure)));
    }

    /** There is work; a wake that nobody hears costs one beat. */
    void wake() {
        wakes.tryEmitNext(0L);
    }

    private Flux<Object> lane() {
        return Flux.merge(Flux.interval(LOOK).onBackpressureDrop(), wakes.asFlux()).onBackpressureLatest()
                .concatMap(beat -> Mono.<Object>from(next.get()).expand(_ -> Mono.<Object>from(next.get()))
                        .onErrorResume(failure -> {
                            LOG.warn("{}: could not look, trying again: {}", what, failure.toString());
                            return Mono.empty();
                        }), 1);
    }

    void stop() {
        running.update(Disposables.disposed());
    }

    boolean isRunning() {
        return !running.isDisposed() && running.get() != null;
    }
}
