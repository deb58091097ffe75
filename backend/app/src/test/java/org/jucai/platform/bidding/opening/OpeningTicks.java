package org.jucai.platform.bidding.opening;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Does at once what the next beat would do. */
@TestComponent
public class OpeningTicks {

    private final OpeningWork work;

    OpeningTicks(OpeningWork work) {
        this.work = work;
    }

    public void tick() {
        work.beat().block(Duration.ofMinutes(2));
    }
}
