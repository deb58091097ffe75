package org.jucai.platform.rounds.pool;

import java.time.Duration;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Follower;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings the demand events of the feed into the running totals; the cursor moves in the same transaction, so each once. */
@Component
class PoolFold implements Beating {

    /** Seldom is cheap: a member's lines of one place are brought together. Who looks reads what is not brought yet beside the totals. */
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 5_000;

    private final Feed feed;
    private final SqlPool pool;
    private final Follower follower;

    PoolFold(Database database, Feed feed, SqlPool pool) {
        this.feed = feed;
        this.pool = pool;
        this.follower = new Follower(database, feed, AT_ONCE, this::bring);
    }

    /** Brings what the feed holds now; tells how many events. */
    Mono<Integer> fold() {
        return follower.follow();
    }

    private Mono<Follower.Part> bring(Tx tx) {
        return feed.stand(tx, SqlPool.READER).flatMap(stand -> pool.fold(tx, stand, AT_ONCE)
                .flatMap(step -> feed.move(tx, SqlPool.READER, step.last())
                        .thenReturn(new Follower.Part(Math.toIntExact(step.events()), step.last())))
                .defaultIfEmpty(new Follower.Part(0, stand)));
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return fold().then();
    }
}
