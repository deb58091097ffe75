package org.jucai.platform.award.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LotSharesTest {

    private static final long SEED = 306L;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private static final PriceSchedule LADDER = new PriceSchedule(false, List.of(new PriceSchedule.Step(0, new FenPerTonne(110_000)),
            new PriceSchedule.Step(3_000, new FenPerTonne(100_000)), new PriceSchedule.Step(8_000, new FenPerTonne(95_000))));

    private static LotShares.Awarded awarded(Kilograms mass) {
        return new LotShares.Awarded(mass, MilliFen.halfUp(LADDER.milliFen(mass.kg())), LADDER);
    }

    @ParameterizedTest
    @EnumSource
    void massAndCostAreConservedToTheKilogramAndTheFen(CostRule rule) {
        for (int i = 0; i < 600; i++) {
            List<Claim> claims = Drawn.claims(chance, 7, 2_000);
            LotShares.Awarded awarded = awarded(Drawn.mass(chance, claims));
            LotShares shares = LotShares.of(awarded, claims, Drawn.terms(ShareRule.values()[i % 4], rule));
            String told = "seed %d, case %d: %s of %s".formatted(SEED, i, awarded, claims);
            assertThat(shares.lines().stream().mapToLong(line -> line.share().kg()).sum() + shares.unplaced().kg()).as(told).isEqualTo(awarded.mass().kg());
            assertThat(shares.lines().stream().mapToLong(line -> line.goods().fen()).sum() + shares.unplacedCost().fen()).as(told).isEqualTo(awarded.cost().fen());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyPaysAboveItsCapAndWhoLeftWouldHave(CostRule rule) {
        int leaves = 0;
        for (int i = 0; i < 600; i++) {
            List<Claim> claims = Drawn.claims(chance, 7, 2_000);
            LotShares shares = LotShares.of(awarded(Drawn.mass(chance, claims)), claims, Drawn.terms(ShareRule.PROPORTIONAL, rule));
            leaves += shares.left().size();
            for (Claim claim : claims) {
                FenPerTonne cap = claim.cap();
                if (cap == null || shares.line(claim.id()).isEmpty()) continue;
                LotShares.Line line = shares.line(claim.id()).orElseThrow();
                long most = Math.ceilDiv(cap.fen() * line.share().kg(), 1_000L) + 2;
                assertThat(line.total().fen()).as("seed %d, case %d: %s", SEED, i, line).isLessThanOrEqualTo(most);
                assertThat(shares.left()).doesNotContain(line.id());
            }
        }
        assertThat(leaves).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfLinesChangesNothing(CostRule rule) {
        for (int i = 0; i < 200; i++) {
            List<Claim> claims = Drawn.claims(chance, 7, 2_000);
            LotShares.Awarded awarded = awarded(Drawn.mass(chance, claims));
            List<Claim> shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled, new Random(i));
            assertThat(LotShares.of(awarded, shuffled, Drawn.terms(ShareRule.EQUAL_AWARDS, rule)))
                    .isEqualTo(LotShares.of(awarded, claims, Drawn.terms(ShareRule.EQUAL_AWARDS, rule)));
        }
    }

    @Test
    void aLineWhoseCapIsBelowWhatItWouldPayLeavesAndItsMassGoesToTheOthers() {
        List<Claim> claims = List.of(Drawn.claim("a", 1_000, 4_000, 9_000), Drawn.claim("b", 1_000, 4_000, 4_000, new FenPerTonne(95_400)), Drawn.claim("c", 0, 1_000, 4_000));
        LotShares shares = LotShares.of(awarded(new Kilograms(9_000)), claims, Drawn.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE));
        assertThat(shares.left()).as("95,000 and a fee of 500").containsExactly("b");
        assertThat(shares.lines()).extracting(line -> line.share().kg()).containsExactly(7_200L, 1_800L);
        assertThat(shares.unplaced()).isEqualTo(Kilograms.ZERO);
    }

    @Test
    void whatTheOthersCannotTakeIsSaidWithItsCost() {
        List<Claim> claims = List.of(Drawn.claim("a", 0, 3_000, 3_000), Drawn.claim("b", 0, 6_000, 6_000, new FenPerTonne(1)));
        LotShares shares = LotShares.of(awarded(new Kilograms(9_000)), claims, Drawn.terms(ShareRule.PROPORTIONAL, CostRule.AVERAGE));
        assertThat(shares.unplaced()).isEqualTo(new Kilograms(6_000));
        assertThat(shares.unplacedCost()).isEqualTo(new Fen(570_000));
    }

    @Test
    void contributionsOfTwoMembersAreTheMeanOfTheirTwoOrders() {
        Marginal marginal = Marginal.of(LADDER, new long[] {2_000, 2_000}, new ShareTerms.Samples(1, 1));
        assertThat(marginal.over().get(0)).isEqualTo(BigInteger.valueOf(200_000_000).multiply(marginal.under()));
        Marginal uneven = Marginal.of(LADDER, new long[] {1_000, 3_000}, new ShareTerms.Samples(1, 1));
        assertThat(uneven.over().get(0)).as("alone 110,000,000; last 400,000,000 - 300,000,000").isEqualTo(BigInteger.valueOf(105_000_000).multiply(uneven.under()));
    }

    @Test
    void drawnContributionsSumToTheWholeAndAreAsNearAsTheySay() {
        for (int i = 0; i < 20; i++) {
            long[] kg = chance.longs(12, 1, 2_000).toArray();
            Marginal exact = Marginal.of(LADDER, kg, new ShareTerms.Samples(1, 1));
            Marginal drawn = Marginal.drawn(LADDER, kg, new ShareTerms.Samples(400, i));
            BigInteger all = LADDER.milliFen(java.util.Arrays.stream(kg).sum());
            assertThat(drawn.over().stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(all.multiply(drawn.under()));
            for (int m = 0; m < kg.length; m++) {
                BigInteger apart = exact.over().get(m).multiply(drawn.under()).subtract(drawn.over().get(m).multiply(exact.under())).abs();
                assertThat(apart).isLessThanOrEqualTo(drawn.errorMilliFen().multiply(exact.under()).multiply(drawn.under()));
            }
        }
    }

    @Test
    void whatAMemberWouldHavePaidAloneIsTheCheapestOfferThatDeliversSoMuch() {
        List<Alone.Offer> offers = List.of(new Alone.Offer("s1", new Kilograms(5_000), new Kilograms(90_000), new PriceSchedule(false, List.of(new PriceSchedule.Step(0, new FenPerTonne(1))))),
                new Alone.Offer("s2", new Kilograms(0), new Kilograms(90_000), LADDER));
        assertThat(Alone.of(new Kilograms(2_000), offers)).contains(new Alone.Cost("s2", new Fen(220_000)));
        assertThat(Alone.of(new Kilograms(100_000), offers)).isEmpty();
    }
}
