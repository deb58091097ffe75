package org.jucai.platform.award.settling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.shares.PriceSchedule;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.Ladder;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.kernel.FenPerTonne;

/** A supplier's offer for a lot, read for what is paid. */
record Terms(Candidate supplier, LotOffer offer) {

    static Terms of(Candidate supplier, String lot) {
        LotOffer offer = supplier.offers().stream().filter(each -> each.lot().equals(lot)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(supplier.id() + " offers nothing for " + lot));
        return new Terms(supplier, offer);
    }

    PaidPrice goodsPrice() {
        return new PaidPrice(offer.vatRateBp(), offer.vatIncluded());
    }

    /** The discount that a mass awarded in all reaches. */
    int discountBp(long totalKg) {
        return supplier.terms().totalTiers().stream().filter(tier -> tier.fromKg() <= totalKg)
                .mapToInt(OfferHeader.TotalTier::discountBp).reduce(0, (_, later) -> later);
    }

    /** @param besides what comes to each tonne of goods, freight for instance */
    PriceSchedule schedule(int discountBp, FenPerTonne besides) {
        List<PriceSchedule.Step> steps = offer.pricing().tiers().stream().map(tier -> new PriceSchedule.Step(tier.fromKg(),
                new FenPerTonne(goodsPrice().of(tier.priceFenPerTonne(), discountBp).fen() + besides.fen()))).toList();
        return new PriceSchedule(offer.pricing().rule() == Ladder.Rule.INCREMENTAL, steps);
    }

    boolean exWorks() {
        return offer.freight() == null;
    }

    boolean reaches(String zone, SettlingTerms round) {
        Freight freight = offer.freight();
        return freight == null ? round.ownFreightFenPerTonneByZone().containsKey(zone) : freight.fenPerTonneByZone().containsKey(zone);
    }

    /** What the supplier charges for bringing a tonne; nothing ex works. */
    FenPerTonne freightPrice(String zone) {
        Freight freight = offer.freight();
        return freight == null ? new FenPerTonne(0) : freightTax().of(said(freight.fenPerTonneByZone().get(zone), zone), 0);
    }

    PaidPrice freightTax() {
        Freight freight = offer.freight();
        return freight == null ? goodsPrice() : new PaidPrice(freight.vatRateBp(), offer.vatIncluded());
    }

    /** What fetching a tonne costs its member; nothing where the supplier brings it. */
    FenPerTonne ownFreight(String zone, SettlingTerms round) {
        return new FenPerTonne(exWorks() ? said(round.ownFreightFenPerTonneByZone().get(zone), zone) : 0);
    }

    private static long said(@Nullable Long fenPerTonne, String zone) {
        if (fenPerTonne == null) throw new IllegalArgumentException("nobody said what freight to " + zone + " costs");
        return fenPerTonne;
    }

    /** Whether it is offered by itself, and not only together with another lot. */
    boolean alone() {
        return supplier.terms().bundles().stream().noneMatch(bundle -> bundle.contains(offer.lot()));
    }
}
