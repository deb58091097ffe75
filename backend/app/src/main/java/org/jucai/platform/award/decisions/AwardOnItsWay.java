package org.jucai.platform.award.decisions;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.award.allocations.AllocationDesk;
import org.jucai.platform.bidding.bids.BidDesk;
import org.jucai.platform.bidding.bids.BidStatus;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundReaction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What becomes of the award when its round moves, in the same transaction: all of it happens or nothing. Made final, offers learn
 * what became of them and lines what they got; revoked, that ends and the next version begins.
 */
@Component
@Order(40)
class AwardOnItsWay implements RoundReaction {

    private final SqlAwards shelf;
    private final BidDesk bids;
    private final AllocationDesk allocations;
    private final Journal journal;

    AwardOnItsWay(SqlAwards shelf, BidDesk bids, AllocationDesk allocations, Journal journal) {
        this.shelf = shelf;
        this.bids = bids;
        this.allocations = allocations;
        this.journal = journal;
    }

    @Override
    public Mono<Void> after(Tx tx, Actor actor, Round round, RoundEvent event, Instant now) {
        Asking asking = new Asking(tx, actor, now);
        return switch (event) {
            case RoundEvent.AwardPublicised _ -> shelf.publicise(tx, round.id(), now).flatMap(award -> record(asking, award, new AwardEvent.AwardNoticed(award.number())));
            case RoundEvent.AwardFinalised _ -> shelf.finalise(tx, round.id(), now).flatMap(award -> madeFinal(asking, round, award));
            case RoundEvent.AwardRevoked(_, var why) -> revoked(asking, round, why);
            case RoundEvent.RoundFailed(var why) -> revoked(asking, round, why);
            case RoundEvent.RoundCancelled(var why) -> revoked(asking, round, why);
            case RoundEvent.RoundDrafted _, RoundEvent.RoundEdited _, RoundEvent.RoundAnnounced _, RoundEvent.CollectingOpened _, RoundEvent.CollectingEndMoved _,
                    RoundEvent.RoundLocked _, RoundEvent.RoundPooled _, RoundEvent.RoundReopened _, RoundEvent.GapClosed _, RoundEvent.RoundFrozen _,
                    RoundEvent.RoundSuspended _, RoundEvent.RoundResumed _, RoundEvent.RoundTendered _, RoundEvent.SecondQuoteCalled _, RoundEvent.OffersDueMoved _, RoundEvent.TenderClosed _,
                    RoundEvent.OffersOpened _, RoundEvent.TenderFailed _, RoundEvent.OffersEvaluated _, RoundEvent.ExecutionBegan _, RoundEvent.LotsCompleted _, RoundEvent.RoundSettled _ -> Mono.empty();
        };
    }

    private Mono<Void> madeFinal(Asking asking, Round round, Award award) {
        return shelf.inside(asking.tx(), round.id(), award.number())
                .flatMap(inside -> bids.decided(asking, round.id(), outcome(award, inside))
                        .then(allocations.computed(asking, new AllocationDesk.Finished(round, award.number(), served(award), inside.settlement()))))
                .then(record(asking, award, new AwardEvent.AwardMadeFinal(award.number())));
    }

    private static List<AllocationDesk.Lot> served(Award award) {
        return award.sheet().lots().stream().filter(lot -> lot.outcome() != AwardSheet.Outcome.FAILED)
                .map(lot -> new AllocationDesk.Lot(lot.lotId(), lot.code(), lot.grade(), lot.size(), lot.packing(), lot.zone())).toList();
    }

    private static Map<BidDesk.Place, BidStatus> outcome(Award award, Award.Inside inside) {
        Map<BidDesk.Place, BidStatus> outcome = new HashMap<>();
        inside.ranks().forEach(rank -> outcome.put(new BidDesk.Place(rank.supplierId(), rank.lotId()), rank.reserve() ? BidStatus.RESERVE : BidStatus.LOSING));
        award.sheet().lots().forEach(lot -> lot.winners().forEach(winner -> outcome.put(new BidDesk.Place(winner.supplierId(), lot.lotId()), BidStatus.WINNING)));
        return outcome;
    }

    private Mono<Void> revoked(Asking asking, Round round, String why) {
        return shelf.revoke(asking.tx(), round.id(), why, asking.at())
                .flatMap(award -> allocations.revoked(asking, round.id(), award.number())
                        .then(record(asking, award, new AwardEvent.AwardVersionRevoked(award.number(), why))));
    }

    private Mono<Void> record(Asking asking, Award award, AwardEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(AwardDesk.event(award, event)));
    }
}
