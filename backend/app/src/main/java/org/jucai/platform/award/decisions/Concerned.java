package org.jucai.platform.award.decisions;

import org.jucai.platform.bidding.bids.BidBoard;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom an award concerns: suppliers whose offers were opened, and members with demand in the round. */
@Component
class Concerned {

    private final BidBoard bids;
    private final DemandBoard demand;

    Concerned(BidBoard bids, DemandBoard demand) {
        this.bids = bids;
        this.demand = demand;
    }

    /** Refused where the caller's party is none of them. A supplier sees its own offers alone, so one that it sees is its own. */
    Mono<Void> check(Asking asking, Round round) {
        Mono<Boolean> concerned = asking.actor().partyKind() == PartyKind.SUPPLIER
                ? bids.list(asking.tx(), new BidBoard.Question(round.id(), null, null, null, 1)).map(page -> !page.items().isEmpty())
                        .onErrorReturn(RefusedException.class, false)
                : demand.has(asking.tx(), round.id(), asking.actor().partyId());
        return concerned.filter(yes -> yes).switchIfEmpty(Mono.error(() -> new RefusedException(AwardRefusal.NOT_CONCERNED_BY_AWARD))).then();
    }
}
