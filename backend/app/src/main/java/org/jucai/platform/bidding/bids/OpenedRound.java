package org.jucai.platform.bidding.bids;

import java.util.List;
import java.util.UUID;

/**
 * The offers of a round's newest call that was opened.
 *
 * @param offers by supplier id
 */
public record OpenedRound(UUID roundId, int call, List<OpenedOffer> offers) {

    public OpenedRound {
        offers = List.copyOf(offers);
    }
}
