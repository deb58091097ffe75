package org.jucai.platform.award.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.Ladder;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an award comes to, in kilograms and fen. */
class SettlementTest {

    private static final long SEED = 311L;
    private static final int CASES = 400;

    private final DrawnAwards drawn = new DrawnAwards(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));

    @ParameterizedTest
    @EnumSource
    void whatIsSoldIsWhatLinesGetToTheKilogramAndTheFenOfEachInvoiceLine(CostRule rule) {
        for (int i = 0; i < CASES; i++) {
            DrawnAwards.Drawn award = drawn.next(rule);
            for (SettledLot lot : award.settled().lots()) {
                String told = "seed %d, case %d: %s".formatted(SEED, i, lot);
                if (lot.unplaced().kg() > 0) continue;
                assertThat(lot.got().stream().mapToLong(got -> got.mass().kg()).sum()).as(told).isEqualTo(lot.sold().stream().mapToLong(sold -> sold.mass().kg()).sum());
                assertThat(lot.got().stream().mapToLong(got -> got.goods().fen()).sum()).as(told).isEqualTo(lot.sold().stream().mapToLong(sold -> sold.goods().fen()).sum());
                assertThat(lot.got().stream().mapToLong(got -> got.freight().fen()).sum()).as(told).isEqualTo(lot.sold().stream().mapToLong(sold -> sold.freight().fen()).sum());
                for (SettledLot.Sold sold : lot.sold()) {
                    List<SettledLot.Part> parts = lot.got().stream().flatMap(got -> got.parts().stream()).filter(part -> part.supplier().equals(sold.supplier())).toList();
                    assertThat(parts.stream().mapToLong(part -> part.mass().kg()).sum()).as(told).isEqualTo(sold.mass().kg());
                    assertThat(parts.stream().mapToLong(part -> part.goods().fen()).sum()).as(told).isEqualTo(sold.goods().fen());
                    assertThat(parts.stream().mapToLong(part -> part.freight().fen()).sum()).as(told).isEqualTo(sold.freight().fen());
                }
                for (SettledLot.Got got : lot.got()) assertThat(got.parts().stream().mapToLong(part -> part.mass().kg()).sum()).as(told).isEqualTo(got.mass().kg());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWhoStaysPaysAboveItsCapAndWhoLeavesWouldHave(CostRule rule) {
        int left = 0;
        for (int i = 0; i < CASES; i++) {
            DrawnAwards.Drawn award = drawn.next(rule);
            Settlement settled = award.settled();
            left += settled.left().size();
            Map<String, LotLines.Line> lines = byId(award);
            for (SettledLot.Got got : settled.lots().stream().flatMap(lot -> lot.got().stream()).toList()) {
                FenPerTonne cap = lines.get(got.line()).cap();
                assertThat(settled.left()).doesNotContain(got.line());
                if (cap == null) continue;
                assertThat(got.total().fen()).as("seed %d, case %d: %s", SEED, i, got).isLessThanOrEqualTo(Math.ceilDiv(cap.fen() * got.mass().kg(), 1_000L) + 4);
            }
        }
        assertThat(left).as("caps were too low now and then").isGreaterThan(30);
    }

    private static Map<String, LotLines.Line> byId(DrawnAwards.Drawn award) {
        return award.lots().stream().flatMap(lot -> lot.lines().stream()).collect(Collectors.toMap(LotLines.Line::id, line -> line));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfLinesOffersAndWinnersChangesNothing(CostRule rule) {
        for (int i = 0; i < CASES / 4; i++) {
            DrawnAwards.Drawn award = drawn.next(rule);
            Random order = new Random(i);
            List<LotLines> lots = shuffled(award.lots().stream().map(lot -> new LotLines(lot.lot(), lot.zone(), shuffled(lot.lines(), order))).toList(), order);
            assertThat(Settlement.of(shuffled(award.won(), order), shuffled(award.offers(), order), lots, award.terms())).isEqualTo(award.settled());
        }
    }

    private static <T> List<T> shuffled(List<T> all, Random order) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, order);
        return shuffled;
    }

    @Test
    void whatMembersPayBeyondTheirInvoicesIsNothingInSumAndAFewFenEach() {
        for (int i = 0; i < CASES; i++) {
            DrawnAwards.Drawn award = drawn.next(CostRule.AVERAGE);
            for (SettledLot lot : award.settled().lots()) {
                if (lot.unplaced().kg() > 0) continue;
                long fetched = lot.got().stream().mapToLong(got -> got.ownFreight().fen()).sum();
                long differences = lot.got().stream().mapToLong(got -> got.equalisation().fen()).sum();
                assertThat(Math.abs(differences)).as("own freight is rounded for each: %s", lot).isLessThanOrEqualTo(fetched == 0 ? 0 : 2L * lot.got().size() * lot.sold().size());
                for (SettledLot.Got got : lot.got()) assertThat(Math.abs(got.equalisation().fen())).as("seed %d, case %d: %s", SEED, i, lot).isLessThan(600L * lot.sold().size());
            }
        }
    }

    @Test
    void thePriceOfTheTierReachedIsPaidWithTheDiscountOfTheWholeAndTheTaxShown() {
        Candidate supplier = DrawnAwards.candidate("S", List.of(new OfferHeader.TotalTier(40_000, 200)),
                List.of(DrawnAwards.offer("P1", new Ladder(Ladder.Rule.ALL_UNITS, List.of(new Ladder.Tier(0, 210_000), new Ladder.Tier(20_000, 200_000))),
                                new Freight(Map.of("Z1", 5_000L), 900), 1_300, false),
                        DrawnAwards.offer("P2", DrawnAwards.flat(100_000), null, 1_300, true)));
        LotLines one = new LotLines("P1", "Z1", List.of(DrawnAwards.line("a", "A", 0, 20_000, 30_000)));
        LotLines two = new LotLines("P2", "Z1", List.of(DrawnAwards.line("b", "B", 0, 20_000, 30_000)));
        Settlement settled = Settlement.of(List.of(new Settlement.Won("P1", "S", 25_000), new Settlement.Won("P2", "S", 15_000)), List.of(supplier), List.of(one, two),
                DrawnAwards.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 150));
        SettledLot.Sold sold = settled.lots().getFirst().sold().getFirst();
        assertThat(sold.discountBp()).as("40 t in all").isEqualTo(200);
        assertThat(sold.priced()).containsExactly(new SettledLot.Priced(20_000, new Kilograms(25_000), new FenPerTonne(221_480)));
        assertThat(sold.goods().fen()).as("2,000 less 2 % and 13 % tax to it, for 25 t").isEqualTo(5_537_000);
        assertThat(sold.goodsTax().fen()).isEqualTo(637_000);
        assertThat(sold.freightPrice().fen()).as("50 and 9 %").isEqualTo(5_450);
        assertThat(sold.freight().fen()).isEqualTo(136_250);
        SettledLot.Got got = settled.lots().getFirst().got().getFirst();
        assertThat(got.fee().fen()).as("1.5 % of the goods, half up").isEqualTo(83_055);
        assertThat(got.total().fen()).isEqualTo(5_537_000 + 136_250 + 83_055);
        SettledLot.Got fetched = settled.lots().get(1).got().getFirst();
        assertThat(fetched.goods().fen()).as("980 a tonne with its tax in it").isEqualTo(1_470_000);
        assertThat(fetched.ownFreight().fen()).as("40 a tonne, as the round published").isEqualTo(60_000);
    }

    @Test
    void anIncrementalLadderPricesEachTonneByTheTierItLiesIn() {
        Candidate supplier = DrawnAwards.candidate("S", List.of(), List.of(DrawnAwards.offer("P1",
                new Ladder(Ladder.Rule.INCREMENTAL, List.of(new Ladder.Tier(0, 210_000), new Ladder.Tier(20_000, 200_000))), null, 1_300, true)));
        SettledLot lot = Settlement.of(List.of(new Settlement.Won("P1", "S", 25_000)), List.of(supplier),
                List.of(new LotLines("P1", "Z1", List.of(DrawnAwards.line("a", "A", 0, 20_000, 30_000)))), DrawnAwards.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 0)).lots().getFirst();
        assertThat(lot.sold().getFirst().priced()).extracting(priced -> priced.mass().kg()).containsExactly(20_000L, 5_000L);
        assertThat(lot.got().getFirst().goods().fen()).isEqualTo(4_200_000 + 1_000_000);
    }

    @Test
    void aloneAMemberReachesTheTierOfItsOwnLinesTogetherAndNoBundle() {
        Ladder ladder = new Ladder(Ladder.Rule.ALL_UNITS, List.of(new Ladder.Tier(0, 210_000), new Ladder.Tier(10_000, 205_000), new Ladder.Tier(40_000, 190_000)));
        Candidate winner = DrawnAwards.candidate("S", List.of(), List.of(DrawnAwards.offer("P1", ladder, null, 1_300, true)));
        Candidate bundled = new Candidate("T", null, false, new OfferHeader.Terms(List.of(), List.of(List.of("P1", "P2")), LocalDate.of(2026, 12, 31), null),
                List.of(DrawnAwards.offer("P1", DrawnAwards.flat(100_000), null, 1_300, true)));
        LotLines lot = new LotLines("P1", "Z1", List.of(DrawnAwards.line("a", "A", 0, 6_000, 6_000), DrawnAwards.line("b", "A", 0, 6_000, 6_000), DrawnAwards.line("c", "C", 0, 28_000, 28_000)));
        SettledLot settled = Settlement.of(List.of(new Settlement.Won("P1", "S", 40_000)), List.of(winner, bundled), List.of(lot),
                DrawnAwards.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 0)).lots().getFirst();
        SettledLot.Got first = settled.got().getFirst();
        assertThat(first.alone()).isEqualTo(new SettledLot.AloneCost("S", new Fen(6 * (205_000 + 4_000))));
        assertThat(first.saving()).contains(new Fen(6 * 15_000));
        assertThat(settled.core()).as("the price never rises with volume").isEqualTo(SettledLot.Core.NOBODY_GAINS);
    }

    @Test
    void aGroupThatACheaperSupplierWouldServeAloneGains() {
        List<Candidate> offers = List.of(DrawnAwards.candidate("S", List.of(), List.of(DrawnAwards.offer("P1", DrawnAwards.flat(100_000), null, 1_300, true))),
                DrawnAwards.candidate("T", List.of(), List.of(DrawnAwards.offer("P1", DrawnAwards.flat(200_000), null, 1_300, true))));
        LotLines lot = new LotLines("P1", "Z1", List.of(DrawnAwards.line("a", "A", 0, 10_000, 10_000), DrawnAwards.line("b", "B", 0, 10_000, 10_000)));
        SettledLot settled = Settlement.of(List.of(new Settlement.Won("P1", "S", 10_000), new Settlement.Won("P1", "T", 10_000)), offers, List.of(lot),
                DrawnAwards.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 0)).lots().getFirst();
        assertThat(settled.core()).isEqualTo(SettledLot.Core.SOME_WOULD_GAIN);
        assertThat(settled.got()).as("both pay the average").extracting(got -> got.goods().fen()).containsExactly(1_500_000L, 1_500_000L);
    }

    @Test
    void aLineThatTakesGoodsOfOneSourceOnlyGetsThemAsFarAsTheyReach() {
        Candidate known = DrawnAwards.candidate("S", List.of(), List.of(sourced("P1", "Haicheng")));
        Candidate other = DrawnAwards.candidate("T", List.of(), List.of(sourced("P1", "Dashiqiao")));
        LotLines.Line choosy = new LotLines.Line("c", "C", Kilograms.ZERO, new Kilograms(8_000), new Kilograms(8_000), null, Set.of("Dashiqiao"), DrawnAwards.START);
        LotLines lot = new LotLines("P1", "Z1", List.of(DrawnAwards.line("a", "A", 0, 12_000, 12_000), choosy));
        SettledLot enough = Settlement.of(List.of(new Settlement.Won("P1", "S", 10_000), new Settlement.Won("P1", "T", 10_000)), List.of(known, other), List.of(lot),
                DrawnAwards.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 0)).lots().getFirst();
        assertThat(enough.got().get(1).parts()).extracting(SettledLot.Part::supplier).containsExactly("T");
        SettledLot short_ = Settlement.of(List.of(new Settlement.Won("P1", "S", 15_000), new Settlement.Won("P1", "T", 5_000)), List.of(known, other), List.of(lot),
                DrawnAwards.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 0)).lots().getFirst();
        assertThat(short_.got().get(1).parts()).extracting(SettledLot.Part::approved).containsExactly(false, true);
        assertThat(short_.got().get(1).parts()).extracting(part -> part.mass().kg()).containsExactly(3_000L, 5_000L);
    }

    private static LotOffer sourced(String lot, String source) {
        return new LotOffer(lot, DrawnAwards.flat(100_000), null, 1_300, true, DrawnAwards.CASH, 1, 1_000_000, List.of(), 10_000, 100_000, source);
    }
}
