package org.jucai.platform.award.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

/** What shares.md says cannot be promised, done. */
class CounterexamplesTest {

    private static long kg(long mass, ShareRule rule, String id, Claim... claims) {
        return Sharing.of(new Kilograms(mass), List.of(claims), rule, 1).kg().get(id).kg();
    }

    private static Claim claim(String id, long target) {
        return Drawn.claim(id, 0, target, target);
    }

    @Test
    void equalAwardsRewardWhoSplitsHimself() {
        assertThat(kg(60, ShareRule.EQUAL_AWARDS, "a", claim("a", 30), claim("b", 30), claim("c", 30))).isEqualTo(20);
        Claim[] split = {claim("a1", 15), claim("a2", 15), claim("b", 30), claim("c", 30)};
        assertThat(kg(60, ShareRule.EQUAL_AWARDS, "a1", split) + kg(60, ShareRule.EQUAL_AWARDS, "a2", split)).isEqualTo(30);
    }

    @Test
    void equalLossesRewardWhoJoins() {
        Claim[] split = {claim("a1", 15), claim("a2", 15), claim("b", 30), claim("c", 30)};
        assertThat(kg(60, ShareRule.EQUAL_LOSSES, "b", claim("a", 30), claim("b", 30), claim("c", 30))).isEqualTo(20);
        assertThat(kg(60, ShareRule.EQUAL_LOSSES, "a1", split) + kg(60, ShareRule.EQUAL_LOSSES, "a2", split)).isBetween(15L, 16L);
    }

    @Test
    void inProportionWhoPutsAllOfItsMinimumIntoOnePartGains() {
        Claim other = Drawn.claim("b", 0, 40, 40);
        assertThat(kg(40, ShareRule.PROPORTIONAL, "a", Drawn.claim("a", 20, 40, 40), other)).isEqualTo(20);
        Claim[] split = {Drawn.claim("a1", 20, 20, 20), Drawn.claim("a2", 0, 20, 20), other};
        assertThat(kg(40, ShareRule.PROPORTIONAL, "a1", split) + kg(40, ShareRule.PROPORTIONAL, "a2", split)).isEqualTo(27);
    }

    @Test
    void firstCommittedFirstServedTreatsEqualsUnequally() {
        assertThat(kg(75, ShareRule.FIRST_COMMITTED, "a", claim("a", 50), claim("b", 50))).isEqualTo(50);
        assertThat(kg(75, ShareRule.FIRST_COMMITTED, "b", claim("a", 50), claim("b", 50))).isEqualTo(25);
    }

    @Test
    void aShareCanFallByAKilogramWhenTheLotGrowsByOne() {
        Claim[] claims = {claim("a", 6), claim("b", 6), claim("c", 2)};
        assertThat(kg(10, ShareRule.PROPORTIONAL, "c", claims)).isEqualTo(2);
        assertThat(kg(11, ShareRule.PROPORTIONAL, "c", claims)).isEqualTo(1);
    }

    @Test
    void theAveragePriceIsNotInTheCoreWhereThePriceRisesWithVolume() {
        PriceSchedule rising = new PriceSchedule(false, List.of(new PriceSchedule.Step(0, new FenPerTonne(100)), new PriceSchedule.Step(11, new FenPerTonne(200))));
        Core core = new Core(List.of(new Core.Member("a", 10, BigInteger.valueOf(2_000)), new Core.Member("b", 10, BigInteger.valueOf(2_000))), rising);
        assertThat(core.answer().orElseThrow().savingMilliFen()).isEqualTo(1_000);
        assertThat(rising.averageNeverRises()).isFalse();
    }

    @Test
    void marginalContributionsAreNotInTheCoreEvenWhereThePriceNeverRises() {
        PriceSchedule falling = new PriceSchedule(false, List.of(new PriceSchedule.Step(0, new FenPerTonne(4)), new PriceSchedule.Step(2, new FenPerTonne(2))));
        assertThat(falling.averageNeverRises()).isTrue();
        long[] kg = {1, 1, 2};
        Marginal marginal = Marginal.of(falling, kg, new ShareTerms.Samples(1, 1));
        List<Core.Member> members = new ArrayList<>();
        for (int i = 0; i < kg.length; i++) members.add(new Core.Member("m" + i, kg[i], marginal.over().get(i)));
        CostCurve scaled = new CostCurve() {
            @Override
            public BigInteger milliFen(long mass) {
                return falling.milliFen(mass).multiply(marginal.under());
            }

            @Override
            public List<Long> breaks() {
                return falling.breaks();
            }
        };
        assertThat(new Core(members, scaled).answer().orElseThrow().inCore()).isFalse();
    }

    @Test
    void whoLeavesForItsCapTakesItsRoomAlong() {
        LotShares shares = LotShares.of(new LotShares.Awarded(new Kilograms(20), new Fen(2), null),
                List.of(claim("a", 10), Drawn.claim("b", 0, 10, 10, new FenPerTonne(50))),
                new ShareTerms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 1, new FenPerTonne(0), new ShareTerms.Samples(1, 1)));
        assertThat(shares.left()).containsExactly("b");
        assertThat(shares.unplaced()).isEqualTo(new Kilograms(10));
    }

    private static LotShares shares(CostRule rule, LotShares.Awarded awarded, Claim... claims) {
        return LotShares.of(awarded, List.of(claims), new ShareTerms(ShareRule.PROPORTIONAL, rule, 1, new FenPerTonne(0), new ShareTerms.Samples(1, 1)));
    }

    @Test
    void roundingMayAddLessThanAFenToWhatTheCapAllows() {
        FenPerTonne cap = new FenPerTonne(50);
        LotShares shares = shares(CostRule.AVERAGE, new LotShares.Awarded(new Kilograms(20), new Fen(1), null),
                Drawn.claim("a", 0, 10, 10, cap), Drawn.claim("b", 0, 10, 10, cap));
        assertThat(shares.lines()).extracting(LotShares.Line::goods).as("half a fen each").containsExactly(new Fen(1), new Fen(0));
    }

    @Test
    void whoLeavesMightHaveStayedHadAnotherLeftFirst() {
        PriceSchedule ladder = new PriceSchedule(false, List.of(new PriceSchedule.Step(0, new FenPerTonne(400)), new PriceSchedule.Step(4_000, new FenPerTonne(200))));
        LotShares.Awarded awarded = new LotShares.Awarded(new Kilograms(12_000), new Fen(2_400), ladder);
        FenPerTonne cap = new FenPerTonne(220);
        Claim a = Drawn.claim("a", 0, 3_000, 12_000, cap);
        Claim c = Drawn.claim("c", 0, 6_000, 12_000);
        assertThat(shares(CostRule.MARGINAL, awarded, a, Drawn.claim("b", 0, 3_000, 12_000, cap), c).left()).containsExactly("a", "b");
        LotShares without = shares(CostRule.MARGINAL, awarded, Drawn.claim("b", 0, 3_000, 12_000, cap), c);
        assertThat(without.left()).isEmpty();
        assertThat(without.line("b").orElseThrow().goods()).as("4 t at 200").isEqualTo(new Fen(800));
    }
}
