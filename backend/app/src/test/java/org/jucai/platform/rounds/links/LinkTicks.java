package org.jucai.platform.rounds.links;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test make the links now instead of waiting for the next beat. */
@TestComponent
public class LinkTicks {

    private final LinkFold fold;

    LinkTicks(LinkFold fold) {
        this.fold = fold;
    }

    public void make() {
        fold.fold().block(Duration.ofSeconds(30));
    }
}
