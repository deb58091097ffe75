package org.jucai.platform.finance.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Simulation.Purchase LOT = new Simulation.Purchase(Kilograms.tonnes(3_000), new FenPerTonne(200_000), 90, 90, 500, new Fen(100_000_000));

    private static ProductTerms some(RandomGenerator chance) {
        int ceiling = 3_000 + chance.nextInt(5_000);
        int rate = chance.nextInt(120_000);
        int fund = chance.nextInt(10_001);
        Optional<ProductTerms.Guarantor> guarantor = chance.nextBoolean() ? Optional.empty()
                : Optional.of(new ProductTerms.Guarantor("某担保", "豫", chance.nextInt(10_001 - fund), chance.nextInt(30_000)));
        ProductTerms.DepositUse use = chance.nextBoolean() ? ProductTerms.DepositUse.FIRST_LOSS : ProductTerms.DepositUse.TOWARDS_PRICE;
        return new ProductTerms("样例", "Sample", true, new ProductTerms.Security(1_000 + chance.nextInt(1_000), use, 500 + chance.nextInt(ceiling - 500), ProductTerms.Against.GOODS),
                new ProductTerms.Pledge(ceiling, ceiling + 300, ceiling + 600, ceiling + 900, 3),
                new ProductTerms.Pricing(rate, rate + chance.nextInt(60_000), chance.nextInt(10_000), chance.nextBoolean() ? DayCount.ACTUAL_360 : DayCount.ACTUAL_365),
                new ProductTerms.Tenor(90, 180), new ProductTerms.Conversion(false, 1_000, 4_000), new ProductTerms.Fund(fund, 10), guarantor, Set.of());
    }

    @Test
    void inEveryScenarioThePayoffsOfAllSumToWhatTheGoodsGainedOrLost() {
        for (long seed = 1; seed <= 3_000; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            ProductTerms terms = some(chance);
            Simulation.Purchase purchase = new Simulation.Purchase(new Kilograms(1 + chance.nextLong(5_000_000)), new FenPerTonne(100 + chance.nextLong(600_000)), chance.nextInt(181),
                    chance.nextInt(366), chance.nextInt(5_001), new Fen(chance.nextLong(2_000_000_000)));
            List<Simulation.Scenario> scenarios = Stream.of(true, false).map(fails -> new Simulation.Scenario(chance.nextInt(19_001) - 9_000, fails)).toList();
            Fen worth = purchase.worth();
            for (Simulation.Outcome one : Simulation.of(terms, purchase, scenarios)) {
                assertThat(one.payoff().sum()).as("seed %d, %s", seed, one.scenario()).isEqualTo(one.goodsWorth().minus(worth));
            }
        }
    }

    @Test
    void aBorrowerWhoPaysLeavesFundAndGuarantorWithoutALoss() {
        Simulation.Outcome paid = Simulation.of(ProductTerms.usual(), LOT, List.of(new Simulation.Scenario(-3_000, false))).getFirst();
        assertThat(paid.payoff()).isEqualTo(new Simulation.Payoff(new Fen(-185_400_000), new Fen(5_400_000), Fen.ZERO, Fen.ZERO));
        assertThat(paid.waterfall()).isEmpty();
        assertThat(paid.state()).isEqualTo(ProductTerms.Pledge.State.DISPOSE);
    }

    @Test
    void theDeeperThePriceFallsTheLessIsLeftForEachAndTheBankLosesLast() {
        List<Simulation.Outcome> falls = Simulation.of(ProductTerms.usual(), LOT,
                Stream.iterate(0, at -> at >= -9_000, at -> at - 250).map(change -> new Simulation.Scenario(change, true)).toList());
        for (int i = 1; i < falls.size(); i++) {
            Simulation.Payoff before = falls.get(i - 1).payoff();
            Simulation.Payoff after = falls.get(i).payoff();
            assertThat(after.member()).isLessThanOrEqualTo(before.member());
            assertThat(after.fund()).isLessThanOrEqualTo(before.fund());
            assertThat(after.bank()).isLessThanOrEqualTo(before.bank());
            if (after.bank().compareTo(before.bank()) < 0) {
                assertThat(falls.get(i).waterfall().orElseThrow().paidBy(Waterfall.Source.DEPOSIT)).as("the deposit is gone").isEqualTo(new Fen(120_000_000));
            }
        }
        assertThat(falls.getLast().payoff().bank().fen()).isNegative();
    }

    @Test
    void aDepositThatWasPaidTowardsThePriceBearsNoLoss() {
        ProductTerms usual = ProductTerms.usual();
        ProductTerms towards = new ProductTerms(usual.nameZh(), usual.nameEn(), true, new ProductTerms.Security(2_000, ProductTerms.DepositUse.TOWARDS_PRICE, 6_000, ProductTerms.Against.CONTRACT),
                usual.pledge(), usual.pricing(), usual.tenor(), usual.conversion(), usual.fund(), usual.guarantor(), EnumSet.noneOf(Figure.class));
        Simulation.Outcome one = Simulation.of(towards, LOT, List.of(new Simulation.Scenario(-5_000, true))).getFirst();
        assertThat(one.waterfall().orElseThrow().tranches().getFirst()).isEqualTo(new Waterfall.Tranche(Waterfall.Source.DEPOSIT, Fen.ZERO, Fen.ZERO));
    }

    @Test
    void atThePriceOfACallThePledgeRateIsThereAndAFenAboveItIsNot() {
        ProductTerms.Pledge pledge = ProductTerms.usual().pledge();
        Simulation.Begin begin = Simulation.begin(ProductTerms.usual(), LOT);
        assertThat(begin.callAt()).isEqualTo(new FenPerTonne(171_428));
        assertThat(pledge.at(begin.loan(), begin.callAt().times(LOT.mass()))).isEqualTo(ProductTerms.Pledge.State.CALL);
        assertThat(pledge.at(begin.loan(), new FenPerTonne(171_429).times(LOT.mass()))).isEqualTo(ProductTerms.Pledge.State.WATCH);
        assertThat(pledge.at(new Fen(6_500), new Fen(10_000))).isEqualTo(ProductTerms.Pledge.State.WATCH);
        assertThat(pledge.at(new Fen(6_499), new Fen(10_000))).isEqualTo(ProductTerms.Pledge.State.NORMAL);
        assertThat(pledge.at(new Fen(8_000), new Fen(10_000))).isEqualTo(ProductTerms.Pledge.State.DISPOSE);
    }

    @Test
    void interestIsCountedByTheDayAndRoundedOnce() {
        assertThat(DayCount.ACTUAL_360.interest(new Fen(360_000_000), 60_000, 90)).isEqualTo(new Fen(5_400_000));
        assertThat(DayCount.ACTUAL_365.interest(new Fen(100), 50_000, 1)).isEqualTo(Fen.ZERO);
        assertThat(DayCount.ACTUAL_365.interest(new Fen(3_650), 50_000, 1)).as("half a fen is one").isEqualTo(new Fen(1));
        assertThat(DayCount.ACTUAL_360.interest(new Fen(1_000_000_000_000L), 240_000, 366)).isEqualTo(new Fen(244_000_000_000L));
    }
}
