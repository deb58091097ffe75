package org.jucai.platform.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jucai.platform.kernel.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The way to Redis from the edge: two seconds unless an installation says otherwise, and a named refusal when it does not answer. While it is down, the first
 * steps of a connection run aside, for the driver waits in them and would hold up other requests.
 */
@Component
class RedisDoor {

    private static final Logger LOG = LoggerFactory.getLogger(RedisDoor.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final AtomicBoolean answering = new AtomicBoolean();
    private final Duration patience;

    RedisDoor(SecurityProperties properties) {
        patience = properties.sessionPatience();
    }

    <T> Mono<T> pass(Mono<T> steps) {
        return Mono.defer(() -> answering.get() ? steps : steps.subscribeOn(Schedulers.boundedElastic()))
                .timeout(patience)
                .doOnSuccess(_ -> answered())
                .onErrorMap(this::refused);
    }

    private void answered() {
        if (answering.compareAndSet(false, true)) LOG.info("Redis answers: sessions are available");
    }

    private Throwable refused(Throwable failure) {
        if (answering.compareAndSet(true, false)) {
            LOG.warn("Redis does not answer: sessions are unavailable until it does; tokens go on ({})", failure.toString());
        }
        return new RefusedException(SecurityRefusal.SESSIONS_UNAVAILABLE, Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }
}
