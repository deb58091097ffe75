package org.jucai.platform.award.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.Rule;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.Guarantee;
import org.jucai.platform.bidding.offer.Ladder;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.bidding.offer.Payment;
import org.junit.jupiter.api.Test;

/** What becomes of opened offers in the document an award is computed from. */
class ProblemMakerTest {

    private static final PooledLot LOT = new PooledLot("P-001", "Z1", true, List.of(
            new PooledLot.Line("L-B", 10_000, 20_000, 30_000), new PooledLot.Line("L-A", 5_000, 5_000, 5_000)));
    private static final Payment CASH = new Payment(Payment.Kind.CASH, 0);
    private static final ProblemMaker MAKER = new ProblemMaker(new ProblemMaker.Published("R-2026-0001", 1, 240, Map.of("Z1", 4_000L),
            List.of(new Rule.MaxSuppliers("most", 3))));

    @Test
    void aLotIsTheSumOfItsLinesWhichStandInOrder() {
        AwardProblem.Lot lot = MAKER.make(List.of(LOT), List.of()).lots().getFirst();
        assertThat(lot.minimumKg()).isEqualTo(15_000);
        assertThat(lot.targetKg()).isEqualTo(25_000);
        assertThat(lot.maximumKg()).isEqualTo(35_000);
        assertThat(lot.mustBeServed()).isFalse();
        assertThat(lot.lines()).extracting(AwardProblem.Line::id).containsExactly("L-A", "L-B");
    }

    @Test
    void anOfferExWorksIsComparedWithTheFreightThatTheRoundPublished() {
        AwardProblem.Bid bid = bid(offer(null, CASH, 1_300, true, 210_000));
        assertThat(bid.freightFenPerTonne()).isEqualTo(4_000);
        assertThat(bid.steps().getFirst().fenPerTonne()).containsExactly(185_841L);
    }

    @Test
    void freightHasATaxRateOfItsOwn() {
        AwardProblem.Bid bid = bid(offer(new Freight(Map.of("Z1", 10_900L), 900), CASH, 1_300, true, 210_000));
        assertThat(bid.freightFenPerTonne()).isEqualTo(10_000);
    }

    @Test
    void whoDoesNotDeliverToTheLotsZoneHasNoOfferThere() {
        AwardProblem problem = MAKER.make(List.of(LOT), List.of(candidate(List.of(), offer(new Freight(Map.of("Z2", 1L), 900), CASH, 1_300, true, 210_000))));
        assertThat(problem.suppliers().getFirst().bids()).isEmpty();
    }

    @Test
    void discountsOnTheWholeArePricesInEachTierAndBelowTheFirstThereIsNone() {
        AwardProblem problem = MAKER.make(List.of(LOT), List.of(candidate(List.of(new OfferHeader.TotalTier(20_000, 250)),
                offer(null, CASH, 1_300, false, 200_000))));
        AwardProblem.Supplier supplier = problem.suppliers().getFirst();
        assertThat(supplier.totalTiersFromKg()).containsExactly(0L, 20_000L);
        assertThat(supplier.bids().getFirst().steps().getFirst().fenPerTonne()).containsExactly(200_000L, 195_000L);
    }

    @Test
    void whatIsGuaranteedIsNamedByItsEnds() {
        assertThat(bid(offer(null, CASH, 1_300, false, 200_000)).attributesPpm())
                .isEqualTo(Map.of("Al2O3.min", 850_000L, "Fe2O3.max", 18_000L, "moisture.max", 10_000L));
    }

    @Test
    void aTonneShortCountsTheDearestOfferAndAFifth() {
        AwardProblem problem = MAKER.make(List.of(LOT), List.of(
                candidate(List.of(), offer(null, CASH, 1_300, false, 200_000)),
                new Candidate("S-2", null, true, terms(List.of()), List.of(offer(null, CASH, 1_300, false, 196_001)))));
        assertThat(problem.lots().getFirst().outsideFenPerTonne()).isEqualTo(244_800);
    }

    @Test
    void theOrderOfSuppliersAndLotsChangesNothing() {
        PooledLot other = new PooledLot("P-000", "Z1", true, LOT.lines());
        Candidate first = candidate(List.of(), offer(null, CASH, 1_300, false, 200_000));
        Candidate second = new Candidate("S-0", "G", true, terms(List.of()), first.offers());
        assertThat(MAKER.make(List.of(LOT, other), List.of(first, second)).sha256())
                .isEqualTo(MAKER.make(List.of(other, LOT), List.of(second, first)).sha256());
    }

    private static AwardProblem.Bid bid(LotOffer offer) {
        return MAKER.make(List.of(LOT), List.of(candidate(List.of(), offer))).suppliers().getFirst().bids().getFirst();
    }

    private static Candidate candidate(List<OfferHeader.TotalTier> tiers, LotOffer offer) {
        return new Candidate("S-1", null, false, terms(tiers), List.of(offer));
    }

    private static OfferHeader.Terms terms(List<OfferHeader.TotalTier> tiers) {
        return new OfferHeader.Terms(tiers, List.of(), LocalDate.of(2026, 12, 31), null);
    }

    private static LotOffer offer(@Nullable Freight freight, Payment payment, int vatRateBp, boolean vatIncluded, long fenPerTonne) {
        Ladder ladder = new Ladder(Ladder.Rule.ALL_UNITS, List.of(new Ladder.Tier(0, fenPerTonne)));
        return new LotOffer("P-001", ladder, freight, vatRateBp, vatIncluded, payment, 1_000, 30_000,
                List.of(new Guarantee("Al2O3", 850_000L, null), new Guarantee("Fe2O3", null, 18_000L)), 10_000, 50_000, null);
    }
}
