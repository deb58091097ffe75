package org.jucai.platform.bidding.bids;

import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.offer.LotOffer;

/**
 * A supplier's offer for a lot, without fault in its form.
 *
 * @param reason why it was admitted or rejected, where that was said
 */
public record OpenedLot(UUID lotId, LotOffer offer, BidStatus status, Optional<String> reason) {}
