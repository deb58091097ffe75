package org.jucai.platform.bidding.trustees;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about trustees' keys; those that were never shown only to their own trustee. */
@Service
public class TrusteeBoard {

    private final SqlTrusteeKeys shelf;

    TrusteeBoard(SqlTrusteeKeys shelf) {
        this.shelf = shelf;
    }

    /** Newest first. */
    public Mono<Page<RegisteredKey>> list(Tx tx, @Nullable UUID party, @Nullable String cursor, int limit) {
        return shelf.list(tx, party, cursor, limit);
    }
}
