package org.jucai.platform.kernel;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Work that is done again and again while the application runs: on the beat, one after the other, in each process. */
public interface Beating {

    Duration every();

    /** Does what there is to do now. A failure is logged, and the next beat tries again. */
    Mono<Void> beat();
}
