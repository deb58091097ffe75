package org.jucai.local.world;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Says how long each step of a round's story took to be written, where somebody asks for it ({@code --logging.level.org.jucai.local=DEBUG}). */
final class Timed {

    private static final Logger LOG = LoggerFactory.getLogger(Timed.class);

    private Timed() {}

    static <T> Mono<T> step(String name, Mono<T> step) {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            return step.doFinally(_ -> LOG.debug("{} {} ms", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
        });
    }
}
