package org.jucai.platform.rounds.pool;

import java.time.Duration;
import org.jucai.platform.testing.Platform;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test publish and fold now instead of waiting for the next beat. */
@TestComponent
public class PoolTicks {

    private final PoolClock clock;
    private final PoolFold fold;
    private final Platform platform;

    PoolTicks(PoolClock clock, PoolFold fold, Platform platform) {
        this.clock = clock;
        this.fold = fold;
        this.platform = platform;
    }

    /** Publishes what is due. */
    public void publish() {
        clock.tick().block(Duration.ofMinutes(2));
    }

    /** Brings the feed into the running totals. */
    public void fold() {
        platform.awaitReadableLog();
        fold.fold().block(Duration.ofMinutes(2));
    }
}
