package org.jucai.platform.bidding.samples;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers which samples were sent, as far as the transaction's parties may know. */
@Service
public class SampleBoard {

    private final SqlSamples shelf;

    SampleBoard(SqlSamples shelf) {
        this.shelf = shelf;
    }

    /** Newest first. */
    public Mono<Page<Sample>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return shelf.list(tx, roundId, cursor, limit);
    }
}
