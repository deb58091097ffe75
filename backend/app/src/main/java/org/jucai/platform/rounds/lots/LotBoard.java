package org.jucai.platform.rounds.lots;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about lots, as far as the transaction's parties may know. */
@Service
public class LotBoard {

    private final SqlLots shelf;

    LotBoard(SqlLots shelf) {
        this.shelf = shelf;
    }

    public Mono<Page<PooledLot>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return shelf.list(tx, roundId, cursor, limit);
    }

    public Mono<PooledLot> get(Tx tx, UUID id) {
        return shelf.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** Whether offers are asked for this lot of the round now; refused to nobody, for its suppliers see it anyway. */
    public Mono<Boolean> tendered(Tx tx, UUID roundId, UUID lotId) {
        return shelf.find(tx, lotId).map(lot -> lot.roundId().equals(roundId) && lot.status() == LotStatus.TENDERED).defaultIfEmpty(false);
    }

    /** The lines' places in a lot; a member's own only. */
    public Mono<List<LotPlace>> places(Tx tx, UUID lotId) {
        return shelf.placesIn(tx, lotId);
    }

    /** The places of these parties' lines in the whole round. */
    public Mono<List<LotPlace>> placesInRound(Tx tx, UUID roundId) {
        return shelf.places(tx, roundId);
    }

    public Mono<PoolingReport> report(Tx tx, UUID roundId) {
        return shelf.report(tx, roundId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }
}
