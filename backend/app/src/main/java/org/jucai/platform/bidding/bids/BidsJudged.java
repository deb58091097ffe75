package org.jucai.platform.bidding.bids;

import java.util.Optional;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.spi.OpeningGate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a round be evaluated once every offer that was opened is admitted or rejected. */
@Component
class BidsJudged implements OpeningGate {

    private final SqlBids shelf;

    BidsJudged(SqlBids shelf) {
        this.shelf = shelf;
    }

    @Override
    public Mono<Optional<Refusal>> mayEvaluate(Tx tx, Round round) {
        return shelf.left(tx, round.id(), round.tendering().number())
                .map(left -> left == 0 ? Optional.empty() : Optional.of(BidsRefusal.BIDS_NOT_JUDGED));
    }
}
