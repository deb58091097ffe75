package org.jucai.platform.bidding.bids;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.bidding.offer.OfferHeader;

/**
 * What a supplier offers.
 *
 * @param pseudonym how the supplier is called where its name is not told
 * @param lots its offers that can be read, by lot id; one that cannot is rejected and in no award
 */
public record OpenedOffer(UUID supplierId, String pseudonym, OfferHeader.Terms terms, List<OpenedLot> lots) {

    public OpenedOffer {
        lots = List.copyOf(lots);
    }
}
