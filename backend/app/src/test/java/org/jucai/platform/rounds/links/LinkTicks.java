package org.jucai.platform.rounds.links;

import java.time.Duration;
import org.jucai.platform.testing.Platform;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test make the links now instead of waiting for the next beat. */
@TestComponent
public class LinkTicks {

    private final LinkFold fold;
    private final Platform platform;

    LinkTicks(LinkFold fold, Platform platform) {
        this.fold = fold;
        this.platform = platform;
    }

    public void make() {
        platform.awaitReadableLog();
        fold.fold().block(Duration.ofMinutes(2));
    }
}
