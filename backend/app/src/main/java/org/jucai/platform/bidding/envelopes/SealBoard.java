package org.jucai.platform.bidding.envelopes;

import java.util.UUID;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what a round's offers are sealed to; public. */
@Service
public class SealBoard {

    private final SqlSeals shelf;

    SealBoard(SqlSeals shelf) {
        this.shelf = shelf;
    }

    /** That of the newest call; refused where offers were never asked for. */
    public Mono<Seal> get(Tx tx, UUID round) {
        return shelf.find(tx, round).switchIfEmpty(Mono.error(() -> new RefusedException(BidRefusal.ROUND_TAKES_NO_OFFERS)));
    }
}
