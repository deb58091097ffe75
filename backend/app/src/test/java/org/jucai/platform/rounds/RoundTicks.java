package org.jucai.platform.rounds;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test look at the deadlines now instead of waiting for the next beat. */
@TestComponent
public class RoundTicks {

    private final RoundClock clock;

    RoundTicks(RoundClock clock) {
        this.clock = clock;
    }

    /** Moves every round that is due. */
    public void deadlines() {
        clock.tick().block(Duration.ofMinutes(2));
    }
}
