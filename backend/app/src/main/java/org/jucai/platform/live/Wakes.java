package org.jucai.platform.live;

import java.time.Duration;
import org.jucai.platform.kernel.AfterCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Tells this process and, by Redis, the others that somebody committed. A hint: one that is lost, or a Redis that is away,
 * costs latency only, for the feed is looked at anyway.
 */
@Component
class Wakes implements AfterCommit, SmartLifecycle {

    static final String CHANNEL = "jucai:wake";

    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(50);

    private final ReactiveStringRedisTemplate redis;
    private final Sinks.Many<Boolean> here = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<Boolean> elsewhere = Sinks.many().multicast().directBestEffort();
    private final Disposable.Composite running = Disposables.composite();
    private volatile boolean on;

    Wakes(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Called by many threads; where two collide, the other's wake-up serves both. */
    @Override
    public void committed() {
        here.tryEmitNext(true);
    }

    Flux<Boolean> heard() {
        return Flux.merge(here.asFlux(), elsewhere.asFlux());
    }

    @Override
    public void start() {
        on = true;
        running.add(here.asFlux().sample(AT_MOST_EVERY).onBackpressureLatest().concatMap(_ -> publish(), 1)
                .subscribe(_ -> {}, failure -> LOG.error("other processes are not woken any more", failure)));
        running.add(Flux.defer(() -> redis.listenToChannel(CHANNEL))
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofSeconds(10)).doBeforeRetry(Wakes::sayOnce))
                .subscribe(_ -> elsewhere.tryEmitNext(true), failure -> LOG.error("other processes are not heard any more", failure)));
    }

    /** The first try that fails is told, at the start above all; the others would only repeat it. */
    private static void sayOnce(Retry.RetrySignal failed) {
        if (failed.totalRetries() > 0) return;
        LOG.warn("Redis cannot be reached at JUCAI_REDIS_URL ({}): until it can, nobody signs in, callers with an API token are served, "
                + "and what other processes do is shown late", failed.failure().getMessage());
    }

    /** Aside, for the driver may wait while Redis is away. */
    private Mono<Long> publish() {
        return Mono.defer(() -> redis.convertAndSend(CHANNEL, "1")).subscribeOn(Schedulers.boundedElastic())
                .timeout(Duration.ofSeconds(2))
                .onErrorResume(away -> {
                    LOG.debug("a wake-up was not sent: {}", away.toString());
                    return Mono.just(0L);
                });
    }

    @Override
    public void stop() {
        on = false;
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
