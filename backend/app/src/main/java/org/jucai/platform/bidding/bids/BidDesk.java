package org.jucai.platform.bidding.bids;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps opened offers and takes what is decided on them: admitted or rejected by the association, then what the award made of them. */
@Service
public class BidDesk {

    private final SqlBids shelf;
    private final RoundBoard rounds;
    private final Journal journal;

    BidDesk(SqlBids shelf, RoundBoard rounds, Journal journal) {
        this.shelf = shelf;
        this.rounds = rounds;
        this.journal = journal;
    }

    /** A supplier's offer for a lot. */
    public record Place(UUID supplierId, UUID lotId) {}

    /**
     * What the association says of offers.
     *
     * @param bidIds which; empty for all that nobody judged yet
     * @param reason needed where they are rejected
     */
    public record Verdict(List<UUID> bidIds, boolean admitted, String reason) {
        public Verdict {
            bidIds = List.copyOf(bidIds);
        }
    }

    /** How many stand otherwise than before, and how many wait to be judged. */
    public record Judged(int changed, int left) {}

    /** Admits or rejects offers of a round that is opened and not evaluated yet. What cannot be taken as it stands is never admitted. */
    public Mono<Judged> judge(Asking asking, UUID roundId, Verdict verdict) {
        return rounds.join(asking.tx(), roundId)
                .filter(round -> asking.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(round -> held(asking, round).flatMap(book -> refuseWhatCannotBe(asking, book, verdict)
                        .then(shelf.judge(asking, book, verdict))
                        .flatMap(changed -> record(asking, book, changed, event(book, verdict, changed))
                                .then(shelf.left(asking.tx(), book.roundId(), book.call()))
                                .map(left -> new Judged(changed.bidIds().size(), left)))));
    }

    private Mono<Book> held(Asking asking, Round round) {
        if (round.status() != RoundStatus.OPENED) {
            return Mono.error(new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status().name())));
        }
        return shelf.hold(asking.tx(), round.id()).switchIfEmpty(Mono.error(() -> new RefusedException(BidsRefusal.ROUND_NOT_OPENED)));
    }

    private Mono<Void> refuseWhatCannotBe(Asking asking, Book book, Verdict verdict) {
        return shelf.named(asking.tx(), book, verdict.bidIds()).flatMap(named -> {
            if (named.there() < Set.copyOf(verdict.bidIds()).size()) return Mono.error(new RefusedException(BidsRefusal.BID_IS_NOT_THERE));
            boolean faulty = verdict.admitted() && named.faulty() > 0;
            return faulty ? Mono.error(new RefusedException(BidsRefusal.BID_CANNOT_BE_TAKEN)) : Mono.empty();
        });
    }

    private static BidEvent event(Book book, Verdict verdict, SqlBids.Moved changed) {
        return verdict.admitted()
                ? new BidEvent.BidsAdmitted(book.call(), changed.bidIds(), changed.supplierIds(), verdict.reason())
                : new BidEvent.BidsRejected(book.call(), changed.bidIds(), changed.supplierIds(), verdict.reason());
    }

    /** After an award was made final or revoked: what became of each offer. Offers that are not named stay as they are. */
    public Mono<Void> decided(Asking asking, UUID roundId, Map<Place, BidStatus> outcome) {
        return shelf.hold(asking.tx(), roundId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(BidsRefusal.ROUND_NOT_OPENED)))
                .flatMap(book -> shelf.decide(asking.tx(), book, outcome, Optional.empty())
                        .flatMap(changed -> record(asking, book, changed, new BidEvent.BidsDecided(book.call(), changed.bidIds(), changed.supplierIds()))));
    }

    /** After an award was revoked: offers of a supplier that failed are rejected, with the reason that it reads. */
    public Mono<Void> failed(Asking asking, UUID roundId, Set<Place> places, String reason) {
        Map<Place, BidStatus> rejected = places.stream().collect(Collectors.toUnmodifiableMap(place -> place, _ -> BidStatus.REJECTED));
        return shelf.hold(asking.tx(), roundId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(BidsRefusal.ROUND_NOT_OPENED)))
                .flatMap(book -> shelf.decide(asking.tx(), book, rejected, Optional.of(reason))
                        .flatMap(changed -> record(asking, book, changed, new BidEvent.BidsRejected(book.call(), changed.bidIds(), changed.supplierIds(), reason))));
    }

    private Mono<Void> record(Asking asking, Book book, SqlBids.Moved changed, BidEvent event) {
        if (changed.bidIds().isEmpty()) return Mono.empty();
        NewEvent said = new NewEvent(Book.STREAM, book.stream(), book.version() + 1, book.roundId(), event.getClass().getSimpleName(), event, Set.of(book.associationId()));
        return shelf.count(asking.tx(), book).then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(said)));
    }
}
