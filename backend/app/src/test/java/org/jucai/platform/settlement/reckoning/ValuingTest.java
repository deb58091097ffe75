package org.jucai.platform.settlement.reckoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.settlement.reckoning.SoldGoods.DAY;
import static org.jucai.platform.settlement.reckoning.SoldGoods.bauxite;
import static org.jucai.platform.settlement.reckoning.SoldGoods.sold;
import static org.jucai.platform.settlement.reckoning.SoldGoods.truck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.formulas.clause.Delivered;
import org.jucai.platform.formulas.clause.Evaluation;
import org.jucai.platform.formulas.clause.Evaluator;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

/** What trucks are worth: spread over what comes, so that nothing is lost and nothing is made, on either side. */
class ValuingTest {

    /** 100 t at 2,000 yuan; the split of the award left 1 fen more than the price says, 33 fen of freight, 7 fen back, 101 fen of fee. */
    private static final Amounts WHOLE = new Amounts(20_000_001, 0, 33, -7, 101);

    private static Map<UUID, Worth> worth(Sold sold, Valuing.Standing before, List<Goods> goods) {
        return Valuing.of(sold, before, goods).orElseThrow();
    }

    private static Amounts sum(Map<UUID, Worth> worths) {
        return worths.values().stream().map(Worth::amounts).reduce(Amounts.ZERO, Amounts::plus);
    }

    @Test
    void aTruckGetsWhatTheGoodsSoFarComeToLessWhatStands() {
        Sold sold = sold(100_000, 200_000, WHOLE, Optional.empty());
        Worth first = worth(sold, Valuing.Standing.NOTHING, List.of(truck(1, 32_000, DAY, Optional.empty()))).get(new UUID(4, 1));
        assertThat(first.amounts()).as("0.32 of each, rounded once").isEqualTo(new Amounts(6_400_000, 0, 11, -2, 32));
        Valuing.Standing standing = new Valuing.Standing(new Kilograms(32_000), first.amounts());
        Worth second = worth(sold, standing, List.of(truck(2, 68_000, DAY, Optional.empty()))).get(new UUID(4, 2));
        assertThat(second.amounts()).isEqualTo(WHOLE.minus(first.amounts()));
        assertThat(second.steps().getFirst().arithmetic()).isEqualTo("200,000.01 × 100.000 ÷ 100.000 = 200,000.01; − 64,000.00 = 136,000.01");
    }

    @Test
    void theSumOverAllDeliveriesIsTheContractToTheFenWhateverWasReturnedOrReplacedOnTheWay() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            long kg = chance.nextLong(1, 500_000);
            Amounts whole = new Amounts(chance.nextLong(1, 1_000_000_000), 0, chance.nextLong(0, 1_000_000), chance.nextLong(-1_000_000, 1_000_000), chance.nextLong(0, 1_000_000));
            Sold sold = sold(kg, 200_000, whole, Optional.empty());
            Map<UUID, Worth> standing = new HashMap<>();
            int number = 0;
            while (mass(standing) < kg) {
                List<Goods> trucks = new ArrayList<>();
                long left = kg - mass(standing);
                for (int i = chance.nextInt(1, 4); i > 0 && left > 0; i--) {
                    long load = Math.min(left, chance.nextLong(1, Math.max(2, kg / 3)));
                    left -= load;
                    trucks.add(truck(++number, load, DAY.plusDays(chance.nextInt(40)), Optional.empty()));
                }
                standing.putAll(worth(sold, standing(standing), trucks));
                if (chance.nextInt(4) == 0 && mass(standing) < kg) standing.remove(standing.keySet().iterator().next());
            }
            assertThat(sum(standing)).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static long mass(Map<UUID, Worth> standing) {
        return standing.values().stream().mapToLong(worth -> worth.mass().kg()).sum();
    }

    private static Valuing.Standing standing(Map<UUID, Worth> worths) {
        return new Valuing.Standing(new Kilograms(mass(worths)), sum(worths));
    }

    /** Members pay what suppliers get, and the disclosed equalisation and fee: in both modes, over any history. */
    @Test
    void bothSidesOfTheSameGoodsSumExactlyToEachOther() {
        Optional<PriceFormula> formula = Optional.of(SoldGoods.formula("calcined-bauxite"));
        for (long seed = 1; seed <= 200; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Sold sold = sold(400_000, 200_000, new Amounts(80_000_000 + chance.nextInt(-3, 4), 0, chance.nextLong(0, 900_000), chance.nextLong(-900_000, 900_000), 1_200_000), formula);
            List<Goods> trucks = new ArrayList<>();
            for (int i = 0; i < chance.nextInt(1, 12); i++) trucks.add(truck(i, chance.nextLong(20_000, 34_000), DAY, chance.nextInt(5) == 0 ? Optional.empty()
                    : Optional.of(bauxite(chance.nextLong(846_000, 870_000), chance.nextLong(0, 30_000)))));
            Amounts all = sum(worth(sold, Valuing.Standing.NOTHING, trucks));
            long supplier = all.of(ContractKind.SUPPLY).totalFen();
            long disclosed = all.equalisationFen() + all.feeFen();
            assertThat(supplier + all.of(ContractKind.SERVICE).totalFen()).as("agency, seed %d", seed).isEqualTo(supplier + disclosed);
            assertThat(all.of(ContractKind.RESALE).totalFen()).as("principal, seed %d", seed).isEqualTo(supplier + disclosed);
            assertThat(all.of(ContractKind.SUPPLY).feeFen() + all.of(ContractKind.SUPPLY).equalisationFen()).as("the supplier is told nothing of it").isZero();
        }
    }

    private static Map<Measure, Long> any(RandomGenerator chance) {
        return bauxite(chance.nextLong(825_000, 870_000), chance.nextLong(0, 40_000));
    }

    @Test
    void qualityChangesTheAmountByWhatTheFormulaSaysOfThatTruck() {
        PriceFormula formula = SoldGoods.formula("calcined-bauxite");
        Sold sold = sold(400_000, 200_000, new Amounts(80_000_000, 0, 0, 0, 0), Optional.of(formula));
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int changed = 0;
        for (int i = 0; i < 100; i++) {
            Map<Measure, Long> readings = any(chance);
            Goods truck = truck(i, 32_000, DAY, Optional.of(readings));
            Map<Measure, Long> guaranteed = Map.of(Measure.AL2O3, 855_000L, Measure.FE2O3, 18_000L, Measure.BULK_DENSITY, 3_100L);
            List<Delivered.Lot> lots = List.of(new Delivered.Lot(truck.code(), truck.mass(), DAY, readings));
            Evaluation plain = evaluated(formula, lots, guaranteed, false);
            Evaluation due = plain.verdict() == Evaluation.Verdict.REFUSED ? evaluated(formula, lots, guaranteed, true) : plain;
            Amounts got = sum(worth(sold, Valuing.Standing.NOTHING, List.of(truck)));
            assertThat(got.totalFen()).isEqualTo(due.payableFen().fen());
            if (got.qualityFen() != 0) changed++;
        }
        assertThat(changed).as("the claim is about something").isGreaterThan(20);
    }

    private static Evaluation evaluated(PriceFormula formula, List<Delivered.Lot> lots, Map<Measure, Long> guarantees, boolean conceding) {
        return ((Read.Right<Evaluation>) Evaluator.evaluate(formula, new Delivered(new FenPerTonne(200_000), lots, guarantees, Optional.empty(), conceding))).value();
    }

    @Test
    void whereTheFormulaAveragesAMonthItsTrucksShareTheChangeByMassToTheFen() {
        PriceFormula formula = SoldGoods.formula("coal-gangue");
        Sold sold = sold(7_500_000, 9_000, new Amounts(67_500_000, 0, 0, 0, 0), Optional.of(formula));
        List<Goods> trucks = List.of(truck(1, 31_111, DAY, gangue(175_000)), truck(2, 29_990, DAY.plusDays(1), gangue(178_000)), truck(3, 30_007, DAY.plusDays(2), gangue(190_000)));
        Map<UUID, Worth> together = worth(sold, Valuing.Standing.NOTHING, trucks);
        List<Delivered.Lot> lots = trucks.stream().map(truck -> new Delivered.Lot(truck.code(), truck.mass(), truck.on(), truck.readings().orElseThrow())).toList();
        Evaluation all = ((Read.Right<Evaluation>) Evaluator.evaluate(formula, new Delivered(new FenPerTonne(9_000), lots, Map.of(), Optional.empty(), false))).value();
        assertThat(all.parts()).as("one mean of them all").hasSize(1);
        assertThat(sum(together).qualityFen()).isEqualTo(all.adjustmentFen().fen());
        assertThat(all.adjustmentFen().fen()).as("below 18 % in the mean or not, one of the two decides").isEqualTo(sum(together).qualityFen());
        assertThat(together.values()).as("each bears its part").allSatisfy(worth -> assertThat(worth.steps()).anySatisfy(step -> assertThat(step.about()).isEqualTo(Step.About.QUALITY)));
    }

    private static Optional<Map<Measure, Long>> gangue(long al2o3) {
        return Optional.of(Map.of(Measure.AL2O3, al2o3, Measure.SIO2, 600_000L, Measure.K2O_NA2O, 20_000L, Measure.SULPHUR, 8_000L, Measure.MOISTURE, 100_000L));
    }

    @Test
    void withoutAFormulaTheContractsMoistureRuleCountsAndWithoutAReadingNothingIsTakenOff() {
        Sold sold = sold(100_000, 200_000, new Amounts(20_000_000, 0, 0, 0, 0), Optional.empty());
        Map<UUID, Worth> worths = worth(sold, Valuing.Standing.NOTHING, List.of(truck(1, 32_000, DAY, Optional.of(Map.of(Measure.MOISTURE, 12_000L))),
                truck(2, 32_000, DAY, Optional.of(Map.of(Measure.MOISTURE, 10_000L))), truck(3, 32_000, DAY, Optional.empty())));
        assertThat(worths.get(new UUID(4, 1)).amounts().qualityFen()).as("0.2 % above the limit of 1 % of 64,000 yuan").isEqualTo(-12_800);
        assertThat(worths.get(new UUID(4, 2)).amounts().qualityFen()).as("the limit is allowed").isZero();
        assertThat(worths.get(new UUID(4, 3)).amounts().qualityFen()).isZero();
    }

    @Test
    void goodsThatNobodyMeasuredHaveTheContractsPriceAlsoWhereAFormulaIsStamped() {
        Sold sold = sold(400_000, 200_000, new Amounts(80_000_000, 0, 0, 0, 0), Optional.of(SoldGoods.formula("calcined-bauxite")));
        Goods truck = truck(1, 32_000, DAY, Optional.empty());
        Worth worth = Valuing.of(sold, Valuing.Standing.NOTHING, List.of(truck)).orElseThrow().get(truck.deliveryId());
        assertThat(worth.amounts()).isEqualTo(new Amounts(6_400_000, 0, 0, 0, 0));
    }

    @Test
    void aSurplusIsPaidAtTheContractsPriceAndEvensNothingMore() {
        Sold sold = sold(100_000, 200_000, new Amounts(20_000_000, 0, 100_000, 50_000, 300_000), Optional.empty());
        Amounts all = sum(worth(sold, Valuing.Standing.NOTHING, List.of(truck(1, 105_000, DAY, Optional.empty()))));
        assertThat(all).isEqualTo(new Amounts(21_000_000, 0, 105_000, 50_000, 315_000));
    }

    /** Bauxite ore template: delivered below 90 % of the contract, 5 yuan less for each tonne. */
    @Test
    void lessThanNineTenthsOfTheContractCostsFiveYuanOnEachTonneAndNineTenthsCostNothing() {
        PriceFormula formula = SoldGoods.formula("bauxite-ore");
        Sold sold = sold(1_000_000, 28_000, new Amounts(28_000_000, 0, 0, 0, 0), Optional.of(formula));
        Goods truck = truck(1, 30_000, DAY, Optional.empty());
        Kilograms contracted = Kilograms.tonnes(1_000);
        assertThat(Valuing.shortfall(sold, List.of(truck), contracted, new Kilograms(899_999)).orElseThrow().amounts()).isEqualTo(new Amounts(0, -15_000, 0, 0, 0));
        assertThat(Valuing.shortfall(sold, List.of(truck), contracted, new Kilograms(900_000))).isEmpty();
        assertThat(Valuing.shortfall(sold(1_000_000, 28_000, Amounts.ZERO, Optional.empty()), List.of(truck), contracted, new Kilograms(1))).as("no clause").isEmpty();
    }
}
