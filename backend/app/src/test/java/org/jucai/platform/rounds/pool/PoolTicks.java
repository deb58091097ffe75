package org.jucai.platform.rounds.pool;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test publish and fold now instead of waiting for the next beat. */
@TestComponent
public class PoolTicks {

    private final PoolClock clock;
    private final PoolFold fold;

    PoolTicks(PoolClock clock, PoolFold fold) {
        this.clock = clock;
        this.fold = fold;
    }

    /** Publishes what is due. */
    public void publish() {
        clock.tick().block(Duration.ofSeconds(60));
    }

    /** Brings the feed into the running totals. */
    public void fold() {
        fold.fold().block(Duration.ofSeconds(60));
    }
}
