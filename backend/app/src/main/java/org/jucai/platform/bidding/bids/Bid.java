package org.jucai.platform.bidding.bids;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.offer.Faulty;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;

/**
 * A supplier's offer for a lot as its readers see it.
 *
 * @param offer empty where it cannot be taken as it stands
 * @param terms what its supplier says across its lots
 * @param faults why it cannot
 * @param unread why its section was not read at all
 * @param reason why it was admitted or rejected, where that was said
 * @param judgedAt when
 */
public record Bid(UUID id, UUID lotId, UUID supplierId, String pseudonym, BidStatus status, Optional<LotOffer> offer, OfferHeader.Terms terms, List<Faulty> faults,
        Optional<Unread> unread, Optional<String> reason, Optional<Instant> judgedAt, long version) {

    public Bid {
        faults = List.copyOf(faults);
    }
}
