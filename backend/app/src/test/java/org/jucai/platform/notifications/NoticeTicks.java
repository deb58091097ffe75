package org.jucai.platform.notifications;

import java.time.Duration;
import org.jucai.platform.testing.Platform;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test bring the log into the inboxes now, and messages out, instead of waiting for the next beat. */
@TestComponent
public class NoticeTicks {

    private final NoticeFold fold;
    private final Tellers tellers;
    private final Platform platform;

    NoticeTicks(NoticeFold fold, Tellers tellers, Platform platform) {
        this.fold = fold;
        this.tellers = tellers;
        this.platform = platform;
    }

    public void fold() {
        platform.awaitReadableLog();
        while (fold.fold().blockOptional(Duration.ofSeconds(60)).orElse(0) > 0) { }
    }

    public void tell() {
        tellers.tick().block(Duration.ofMinutes(2));
    }
}
