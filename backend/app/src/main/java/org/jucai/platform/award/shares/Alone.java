package org.jucai.platform.award.shares;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;

/** What a member would have paid for its share alone, on the same offers. */
public final class Alone {

    private Alone() {}

    /** One supplier's offer for the lot, priced at the total tier that the mass alone reaches. */
    public record Offer(String supplier, Kilograms minimum, Kilograms capacity, PriceSchedule schedule) {}

    /** @param supplier whose offer is the cheapest for it */
    public record Cost(String supplier, Fen goods) {}

    /** With the one supplier that is cheapest for it; nothing where none delivers so little, or so much. */
    public static Optional<Cost> of(Kilograms share, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> share.kg() > 0 && offer.minimum().compareTo(share) <= 0 && share.compareTo(offer.capacity()) <= 0)
                .min(Comparator.comparing((Offer offer) -> offer.schedule().milliFen(share.kg())).thenComparing(Offer::supplier))
                .map(offer -> new Cost(offer.supplier(), MilliFen.halfUp(offer.schedule().milliFen(share.kg()))));
    }
}
