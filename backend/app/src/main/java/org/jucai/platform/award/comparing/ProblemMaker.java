package org.jucai.platform.award.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.award.solving.ProblemWriter;
import org.jucai.platform.award.solving.Rule;
import org.jucai.platform.bidding.offer.Ladder;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;

/** Makes the award's problem of a round's lots, its opened offers and the rules it was tendered under. */
public final class ProblemMaker {

    /** The most a supplier's capacity is written as; the format's own bound. */
    private static final long MOST_KG = 100_000_000_000L;

    private final Published published;

    /**
     * What the round published before offers were due.
     *
     * @param gridKg 1, or the mass of a truck where the round awards whole trucks
     * @param billRateBp annual rate at which bills are compared, in hundredths of a per cent
     * @param ownFreightFenPerTonneByZone what fetching a tonne costs where an offer is ex works, net of tax
     */
    public record Published(String round, long gridKg, int billRateBp, Map<String, Long> ownFreightFenPerTonneByZone, List<Rule> rules) {

        public Published {
            ownFreightFenPerTonneByZone = Map.copyOf(ownFreightFenPerTonneByZone);
            rules = List.copyOf(rules);
        }
    }

    public ProblemMaker(Published published) {
        this.published = published;
    }

    /** The problem as its document is read again, so that nothing is in it that the document does not say. */
    public AwardProblem make(List<PooledLot> lots, List<Candidate> candidates) {
        Map<String, PooledLot> byId = lots.stream().collect(Collectors.toMap(PooledLot::id, Function.identity()));
        List<AwardProblem.Supplier> suppliers = candidates.stream()
                .sorted(Comparator.comparing(Candidate::id))
                .map(candidate -> supplier(candidate, byId))
                .toList();
        Map<String, Long> outside = outside(suppliers);
        List<AwardProblem.Lot> pooled = lots.stream()
                .sorted(Comparator.comparing(PooledLot::id))
                .map(lot -> lot(lot, outside.getOrDefault(lot.id(), 0L)))
                .toList();
        List<Rule> rules = published.rules().stream().sorted(Comparator.comparing(Rule::id)).toList();
        return ProblemReader.read(ProblemWriter.write(new AwardProblem(published.round(), published.gridKg(), pooled, suppliers, rules, "")));
    }

    private static AwardProblem.Lot lot(PooledLot lot, long outsideFenPerTonne) {
        List<AwardProblem.Line> lines = lot.lines().stream()
                .sorted(Comparator.comparing(PooledLot.Line::id))
                .map(line -> new AwardProblem.Line(line.id(), line.minimumKg(), line.targetKg(), line.maximumKg()))
                .toList();
        return new AwardProblem.Lot(lot.id(), sum(lot, PooledLot.Line::minimumKg), sum(lot, PooledLot.Line::targetKg), sum(lot, PooledLot.Line::maximumKg),
                !lot.mayFail(), outsideFenPerTonne, lines);
    }

    private static long sum(PooledLot lot, ToLongFunction<PooledLot.Line> mass) {
        return lot.lines().stream().mapToLong(mass).reduce(0, Math::addExact);
    }

    private AwardProblem.Supplier supplier(Candidate candidate, Map<String, PooledLot> lots) {
        List<OfferHeader.TotalTier> tiers = tiers(candidate.terms());
        List<AwardProblem.Bid> bids = candidate.offers().stream()
                .sorted(Comparator.comparing(LotOffer::lot))
                .flatMap(offer -> Optional.ofNullable(lots.get(offer.lot())).flatMap(lot -> bid(offer, lot, tiers)).stream())
                .toList();
        long capacity = bids.stream().mapToLong(AwardProblem.Bid::capacityKg).reduce(0, (one, other) -> Math.min(MOST_KG, one + other));
        List<List<String>> bundles = candidate.terms().bundles().stream().map(bundle -> bundle.stream().sorted().toList()).toList();
        return new AwardProblem.Supplier(candidate.id(), candidate.group(), candidate.small(), 0, capacity,
                tiers.stream().map(OfferHeader.TotalTier::fromKg).toList(), bids, bundles);
    }

    /** Below the first threshold nothing is taken off. */
    private static List<OfferHeader.TotalTier> tiers(OfferHeader.Terms terms) {
        List<OfferHeader.TotalTier> tiers = new ArrayList<>(terms.totalTiers());
        if (tiers.isEmpty() || tiers.getFirst().fromKg() > 0) tiers.addFirst(new OfferHeader.TotalTier(0, 0));
        return tiers;
    }

    /** Empty where nobody said what bringing it to the lot's zone costs: then it cannot be compared. */
    private Optional<AwardProblem.Bid> bid(LotOffer offer, PooledLot lot, List<OfferHeader.TotalTier> tiers) {
        ComparisonPrice price = new ComparisonPrice(offer.vatRateBp(), offer.vatIncluded(), offer.payment().tenorDays(), published.billRateBp());
        return freight(offer, lot.zone()).map(freight -> new AwardProblem.Bid(lot.id(), offer.minimumKg(), offer.maximumKg(), ladder(offer.pricing()),
                offer.pricing().tiers().stream().map(tier -> step(tier, tiers, price)).toList(), freight, null, attributes(offer)));
    }

    private static AwardProblem.Step step(Ladder.Tier tier, List<OfferHeader.TotalTier> tiers, ComparisonPrice price) {
        return new AwardProblem.Step(tier.fromKg(), tiers.stream().map(total -> price.fenPerTonne(tier.priceFenPerTonne(), total.discountBp())).toList());
    }

    private static AwardProblem.Ladder ladder(Ladder pricing) {
        return switch (pricing.rule()) {
            case ALL_UNITS -> AwardProblem.Ladder.ALL_UNITS;
            case INCREMENTAL -> AwardProblem.Ladder.INCREMENTAL;
        };
    }

    private Optional<Long> freight(LotOffer offer, String zone) {
        if (offer.freight() == null) return Optional.ofNullable(published.ownFreightFenPerTonneByZone().get(zone));
        ComparisonPrice price = new ComparisonPrice(offer.freight().vatRateBp(), offer.vatIncluded(), offer.payment().tenorDays(), published.billRateBp());
        return Optional.ofNullable(offer.freight().fenPerTonneByZone().get(zone)).map(fen -> price.fenPerTonne(fen, 0));
    }

    /** A guarantee's lower end is the attribute {@code X.min}, its upper end {@code X.max}. */
    private static Map<String, Long> attributes(LotOffer offer) {
        Map<String, Long> attributes = new TreeMap<>();
        offer.guarantees().forEach(guarantee -> {
            if (guarantee.minimumPpm() != null) attributes.put(guarantee.property() + ".min", guarantee.minimumPpm());
            if (guarantee.maximumPpm() != null) attributes.put(guarantee.property() + ".max", guarantee.maximumPpm());
        });
        attributes.put("moisture.max", offer.moistureMaximumPpm());
        return attributes;
    }

    /**
     * What a tonne short of a lot's target counts as: the dearest price that anybody offered for the lot, delivered, without any
     * discount, and a fifth more. So no lot is left short because short is cheap.
     */
    private static Map<String, Long> outside(List<AwardProblem.Supplier> suppliers) {
        Map<String, Long> dearest = new HashMap<>();
        suppliers.forEach(supplier -> supplier.bids().forEach(bid ->
                dearest.merge(bid.lot(), bid.steps().getFirst().fenPerTonne().getFirst() + bid.freightFenPerTonne(), Math::max)));
        dearest.replaceAll((lot, fen) -> Math.ceilDiv(fen * 6, 5));
        return dearest;
    }
}
