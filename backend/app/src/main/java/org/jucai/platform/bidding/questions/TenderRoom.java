package org.jucai.platform.bidding.questions;

import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelopes.BidRefusal;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.lots.LotBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who may speak where offers are asked for, and of what. */
@Component
public class TenderRoom {

    private final MembershipBoard members;
    private final LotBoard lots;

    TenderRoom(MembershipBoard members, LotBoard lots) {
        this.members = members;
        this.lots = lots;
    }

    /** A supplier that is listed by the round's association, in good standing. */
    public Mono<Void> admits(Asking asking, Round round) {
        return members.standingIn(round.associationId(), asking.actor().partyId(), asking.at())
                .flatMap(standing -> standing.flags().isEmpty() ? Mono.empty() : Mono.error(new RefusedException(BidRefusal.SUPPLIER_NOT_ADMITTED)));
    }

    /** A lot of the round that offers are asked for; nothing to say where no lot is named. */
    public Mono<Void> tenders(Tx tx, Round round, Optional<UUID> lotId) {
        return Mono.justOrEmpty(lotId).flatMap(id -> lots.tendered(tx, round.id(), id))
                .flatMap(there -> there ? Mono.empty() : Mono.error(new RefusedException(QuestionRefusal.LOT_NOT_TENDERED)));
    }
}
