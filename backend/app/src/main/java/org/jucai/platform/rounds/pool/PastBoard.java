package org.jucai.platform.rounds.pool;

import java.time.Duration;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells the public what past rounds came to; only totals that were published, which hide every member (law 8). */
@Service
public class PastBoard {

    /** Anybody may ask, so the database is asked at most so often. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Mono<PastTotals> totals;

    PastBoard(Database database, SqlPast past) {
        this.totals = database.read(Scope.background(), past::totals)
                .cache(known -> FRESH, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    public Mono<PastTotals> totals() {
        return totals;
    }
}
