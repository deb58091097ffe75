package org.jucai.platform.award.comparing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;

/**
 * A supplier whose opened offer takes part in an award.
 *
 * @param id as the award's documents name it
 * @param group connected suppliers share one; null where it is connected to none
 * @param small a small supplier, by its size and never by where it is registered
 * @param terms what it says across its lots
 * @param offers its admissible offers, one for each lot
 */
public record Candidate(String id, @Nullable String group, boolean small, OfferHeader.Terms terms, List<LotOffer> offers) {

    public Candidate {
        offers = List.copyOf(offers);
    }
}
