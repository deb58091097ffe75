package org.jucai.platform.bidding.bids;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Answers questions about opened offers, as far as the transaction's parties may know: a supplier its own, the association all. */
@Service
public class BidBoard {

    private final SqlBids shelf;
    private final Scheduler envelopes;

    BidBoard(SqlBids shelf, Scheduler envelopes) {
        this.shelf = shelf;
        this.envelopes = envelopes;
    }

    /** Which offers are asked for. */
    public record Question(UUID roundId, @Nullable UUID lotId, @Nullable BidStatus status, @Nullable String cursor, int limit) {}

    /** Those of the newest call that was opened; refused before. */
    public Mono<OpenedRound> opened(Tx tx, UUID roundId) {
        return book(tx, roundId).flatMap(book -> Mono.zip(shelf.offers(tx, book), shelf.readable(tx, book))
                .publishOn(envelopes)
                .map(found -> OpenedBook.read(book, found.getT1(), found.getT2())));
    }

    /** By lot and pseudonym. */
    public Mono<Page<Bid>> list(Tx tx, Question asked) {
        return book(tx, asked.roundId()).flatMap(book -> shelf.list(tx, book, asked));
    }

    private Mono<Book> book(Tx tx, UUID roundId) {
        return shelf.book(tx, roundId).switchIfEmpty(Mono.error(() -> new RefusedException(BidsRefusal.ROUND_NOT_OPENED)));
    }
}
