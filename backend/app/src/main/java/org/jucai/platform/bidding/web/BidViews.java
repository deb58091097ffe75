package org.jucai.platform.bidding.web;

import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.bids.Bid;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.BidAcrossLots;
import org.jucai.spec.model.BidFreight;
import org.jucai.spec.model.BidGuarantee;
import org.jucai.spec.model.BidOffer;
import org.jucai.spec.model.BidPage;
import org.jucai.spec.model.BidPayment;
import org.jucai.spec.model.BidPricing;
import org.jucai.spec.model.BidStatus;
import org.jucai.spec.model.BidTier;
import org.jucai.spec.model.BidTotalTier;

/** Opened offers as their readers see them. */
final class BidViews {

    private BidViews() {}

    static BidPage show(Page<Bid> page, Map<UUID, PartyName> names) {
        return new BidPage(page.items().stream().map(bid -> show(bid, names)).toList()).nextCursor(page.nextCursor());
    }

    private static org.jucai.spec.model.Bid show(Bid bid, Map<UUID, PartyName> names) {
        PartyName name = names.get(bid.supplierId());
        return new org.jucai.spec.model.Bid(bid.id(), bid.lotId(), bid.supplierId(), bid.pseudonym(), BidStatus.valueOf(bid.status().name()),
                show(bid.terms()), OpeningViews.show(bid.faults()), bid.version())
                .supplierName(name == null ? null : name.nameZh())
                .offer(bid.offer().map(BidViews::show).orElse(null))
                .unread(bid.unread().map(why -> org.jucai.spec.model.Bid.UnreadEnum.valueOf(why.name())).orElse(null))
                .reason(bid.reason().orElse(null))
                .judgedAt(bid.judgedAt().orElse(null));
    }

    private static BidAcrossLots show(OfferHeader.Terms terms) {
        return new BidAcrossLots(terms.totalTiers().stream().map(tier -> new BidTotalTier(tier.fromKg(), tier.discountBp())).toList(),
                terms.bundles(), terms.validUntilOn()).depositReference(terms.depositReference());
    }

    private static BidOffer show(LotOffer offer) {
        BidPricing pricing = new BidPricing(BidPricing.RuleEnum.valueOf(offer.pricing().rule().name()),
                offer.pricing().tiers().stream().map(tier -> new BidTier(tier.fromKg(), tier.priceFenPerTonne())).toList());
        BidPayment payment = new BidPayment(BidPayment.KindEnum.valueOf(offer.payment().kind().name()), offer.payment().tenorDays());
        Freight freight = offer.freight();
        return new BidOffer(pricing, offer.vatRateBp(), offer.vatIncluded(), payment, offer.minimumKg(), offer.maximumKg(),
                offer.guarantees().stream().map(one -> new BidGuarantee(one.property()).minimumPpm(one.minimumPpm()).maximumPpm(one.maximumPpm())).toList(),
                offer.moistureMaximumPpm(), offer.deliveryKgPerDay())
                .freight(freight == null ? null : new BidFreight(freight.vatRateBp(), freight.fenPerTonneByZone()))
                .source(offer.source());
    }
}
