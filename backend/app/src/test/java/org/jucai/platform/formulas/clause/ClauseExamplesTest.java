package org.jucai.platform.formulas.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.formulas.clause.FormulaWorld.APRIL;
import static org.jucai.platform.formulas.clause.FormulaWorld.JULY;
import static org.jucai.platform.formulas.clause.FormulaWorld.conceding;
import static org.jucai.platform.formulas.clause.FormulaWorld.delivered;
import static org.jucai.platform.formulas.clause.FormulaWorld.evaluated;
import static org.jucai.platform.formulas.clause.FormulaWorld.guaranteed;
import static org.jucai.platform.formulas.clause.FormulaWorld.inAll;
import static org.jucai.platform.formulas.clause.FormulaWorld.lot;
import static org.jucai.platform.formulas.clause.FormulaWorld.named;

import java.util.Map;
import org.jucai.platform.formulas.clause.Evaluation.Part;
import org.jucai.platform.formulas.clause.Evaluation.Verdict;
import org.junit.jupiter.api.Test;

/** Published clauses, each worked out by hand. */
class ClauseExamplesTest {

    private static final PriceFormula ORE = named("bauxite-ore");
    private static final PriceFormula LIME = named("lime");
    private static final PriceFormula GANGUE = named("coal-gangue");
    private static final PriceFormula IRON = named("iron-concentrate");
    private static final PriceFormula COPPER = named("copper-concentrate");
    private static final PriceFormula STEAM_COAL = named("steam-coal");
    private static final PriceFormula CEMENT_COAL = named("cement-coal");
    private static final PriceFormula CLINKER = named("calcined-bauxite");

    private static Map<Measure, Long> ore(long ratio, long moisture) {
        return Map.of(Measure.ALUMINA_SILICA_RATIO, ratio, Measure.AL2O3, 620_000L, Measure.SULPHUR, 3_000L, Measure.MOISTURE, moisture);
    }

    private static Map<Measure, Long> lime(long cao, long sio2, long sulphur) {
        return Map.of(Measure.CAO, cao, Measure.SIO2, sio2, Measure.SULPHUR, sulphur);
    }

    private static Part only(PriceFormula formula, Delivered delivered) {
        Evaluation evaluation = evaluated(formula, delivered);
        assertThat(evaluation.parts()).hasSize(1);
        return evaluation.parts().getFirst();
    }

    private static void comesTo(Part part, Verdict verdict, long settledKg, String priceFen, long payableFen) {
        assertThat(part.verdict()).isEqualTo(verdict);
        assertThat(part.settledKg()).isEqualTo(Ratio.of(settledKg));
        assertThat(part.priceFenPerTonne()).hasToString(priceFen);
        assertThat(part.payableFen().fen()).isEqualTo(payableFen);
    }

    /** 280 − (0.4 ÷ 0.1 × 1 + 0.15 ÷ 0.1 × 2 = 7) − 5 for moisture = 268; 10 % is above 8 %: all of it goes, 90 t × 268 = 24,120. */
    @Test
    void bauxiteOreLosesOneYuanDownTo56AndTwoBelowAndAllItsMoistureAndFiveYuanOnceAboveEightPercent() {
        comesTo(only(ORE, delivered(280, 100, ore(5_450, 100_000))), Verdict.ADJUSTED, 90_000, "26800", 2_412_000);
    }

    /** 280 + 0.3 ÷ 0.1 × 1 = 283; 8 % is not above 8 %. */
    @Test
    void bauxiteOreGainsOneYuanForATenthAboveSix() {
        comesTo(only(ORE, delivered(280, 100, ore(6_300, 80_000))), Verdict.ADJUSTED, 100_000, "28300", 2_830_000);
        assertThat(only(ORE, delivered(280, 100, ore(6_000, 80_000))).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void bauxiteOreBelow53IsRefusedAndAFailedAssayIsKeptUnpaid() {
        assertThat(only(ORE, delivered(280, 100, ore(5_299, 50_000))).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(only(ORE, delivered(280, 100, ore(5_300, 50_000))).verdict()).isEqualTo(Verdict.ADJUSTED);
        Map<Measure, Long> sulphurous = Map.of(Measure.ALUMINA_SILICA_RATIO, 6_000L, Measure.AL2O3, 620_000L, Measure.SULPHUR, 5_001L, Measure.MOISTURE, 0L);
        comesTo(only(ORE, delivered(280, 100, sulphurous)), Verdict.UNPAID, 100_000, "0", 0);
    }

    /** 85 % of the contract came: 5 yuan less on all, (280 − 5) × 100. */
    @Test
    void bauxiteOreDeliveredBelowNinetyPercentLosesFiveYuanOnAll() {
        Delivered asked = delivered(280, 100, ore(6_000, 50_000));
        comesTo(only(ORE, inAll(asked, 10_000, 8_500)), Verdict.ADJUSTED, 100_000, "27500", 2_750_000);
        comesTo(only(ORE, inAll(asked, 10_000, 9_000)), Verdict.ACCEPTED, 100_000, "28000", 2_800_000);
    }

    /** CaO 85: 3 × 700/35 × 1.5 = 90; SiO2 2.8: 15; S 0.015: +10. 700 − 90 − 15 + 10 = 605; × 300 t = 181,500. */
    @Test
    void limeLosesByTheMissingLimeTimesThePriceOverThirtyFive() {
        comesTo(only(LIME, delivered(700, 300, lime(850_000, 28_000, 150))), Verdict.ADJUSTED, 300_000, "60500", 18_150_000);
    }

    /** 87: 1 × 20; 86 still × 1: 2 × 20 = 40; 85.9: 2.1 × 20 × 1.5 = 63; 83: 5 × 20 × 1.5 = 150; 80: 8 × 20 × 2 = 320; 78: nothing is paid. */
    @Test
    void limesMultipliersChangeAt86And83AndAt78ItIsFree() {
        assertThat(only(LIME, delivered(700, 1, lime(870_000, 0, 300))).priceFenPerTonne()).hasToString("68000");
        assertThat(only(LIME, delivered(700, 1, lime(860_000, 0, 300))).priceFenPerTonne()).hasToString("66000");
        assertThat(only(LIME, delivered(700, 1, lime(859_000, 0, 300))).priceFenPerTonne()).hasToString("63700");
        assertThat(only(LIME, delivered(700, 1, lime(830_000, 0, 300))).priceFenPerTonne()).hasToString("55000");
        assertThat(only(LIME, delivered(700, 1, lime(800_000, 0, 300))).priceFenPerTonne()).hasToString("38000");
        comesTo(only(LIME, delivered(700, 1, lime(780_000, 0, 100))), Verdict.UNPAID, 1_000, "0", 0);
    }

    /** Between 0.025 and 0.06 nothing; 0.061: (0.061 − 0.05) ÷ 0.001 × 10 = 110; 3 % of silica is still 15, more is 30. */
    @Test
    void limesSulphurCostsNothingInBetweenAndJumpsBeyond() {
        assertThat(only(LIME, delivered(700, 1, lime(880_000, 0, 250))).priceFenPerTonne()).hasToString("70000");
        assertThat(only(LIME, delivered(700, 1, lime(880_000, 0, 600))).priceFenPerTonne()).hasToString("70000");
        assertThat(only(LIME, delivered(700, 1, lime(880_000, 0, 610))).priceFenPerTonne()).hasToString("59000");
        assertThat(only(LIME, delivered(700, 1, lime(880_000, 30_000, 600))).priceFenPerTonne()).hasToString("68500");
        assertThat(only(LIME, delivered(700, 1, lime(880_000, 30_001, 600))).priceFenPerTonne()).hasToString("67000");
        assertThat(only(LIME, delivered(700, 1, lime(880_000, 0, 10_000))).priceFenPerTonne()).as("never below nothing").hasToString("0");
    }

    private static Map<Measure, Long> gangue(long al2o3, long sulphur, long moisture) {
        return Map.of(Measure.AL2O3, al2o3, Measure.SIO2, 600_000L, Measure.K2O_NA2O, 20_000L, Measure.SULPHUR, sulphur, Measure.MOISTURE, moisture);
    }

    /**
     * Al2O3 (3,000 × 16.5 + 1,000 × 18.5) ÷ 4,000 = 17: one point, 2 yuan. S (3 × 1.4 + 1.8) ÷ 4 = 1.5: nothing. Moisture (3 × 16 + 12) ÷ 4 = 15.
     * April allows 15: 4,000 t × 78 = 312,000; July 12: 3,880 t × 78 = 302,640.
     */
    @Test
    void gangueIsSettledByTheMonthsMeanAndTheSeasonsMoisture() {
        comesTo(only(GANGUE, delivered(80, lot("A", 3_000, APRIL, gangue(165_000, 14_000, 160_000)), lot("B", 1_000, APRIL, gangue(185_000, 18_000, 120_000)))),
                Verdict.ADJUSTED, 4_000_000, "7800", 31_200_000);
        comesTo(only(GANGUE, delivered(80, lot("A", 3_000, JULY, gangue(165_000, 14_000, 160_000)), lot("B", 1_000, JULY, gangue(185_000, 18_000, 120_000)))),
                Verdict.ADJUSTED, 3_880_000, "7800", 30_264_000);
    }

    @Test
    void gangueBelowSixteenIsHalfPriceAndTooMuchSilicaIsNotPaidAndTooMuchSulphurRefused() {
        assertThat(only(GANGUE, delivered(80, 10, gangue(159_900, 0, 0))).priceFenPerTonne()).hasToString("4000");
        assertThat(only(GANGUE, delivered(80, 10, gangue(180_000, 16_500, 0))).priceFenPerTonne()).as("two tenths begun").hasToString("7900");
        assertThat(only(GANGUE, delivered(80, 10, gangue(180_000, 20_001, 0))).verdict()).isEqualTo(Verdict.REFUSED);
        Map<Measure, Long> siliceous = Map.of(Measure.AL2O3, 180_000L, Measure.SIO2, 700_001L, Measure.K2O_NA2O, 0L, Measure.SULPHUR, 0L, Measure.MOISTURE, 0L);
        assertThat(only(GANGUE, delivered(80, 10, siliceous)).verdict()).isEqualTo(Verdict.UNPAID);
    }

    private static Map<Measure, Long> iron(long iron, long moisture) {
        return Map.of(Measure.IRON, iron, Measure.MOISTURE, moisture);
    }

    /** A and B: mean 65.7, 0.3 × 15 = 4.50; 900 t dry × 895.50 = 805,950. C is below 65, by itself: 15 + 0.5 × 30 = 30; 184 t × 870 = 160,080. */
    @Test
    void ironLotsBelowTheCutOffAreSettledSeparatelyAndNotAveraged() {
        Evaluation month = evaluated(IRON, delivered(900, lot("C", 200, APRIL, iron(645_000, 80_000)), lot("A", 500, APRIL, iron(664_000, 100_000)),
                lot("B", 500, APRIL, iron(650_000, 100_000))));
        assertThat(month.parts()).extracting(Part::lots).containsExactly(java.util.List.of("A", "B"), java.util.List.of("C"));
        comesTo(month.parts().getFirst(), Verdict.ADJUSTED, 900_000, "89550", 80_595_000);
        comesTo(month.parts().getLast(), Verdict.ADJUSTED, 184_000, "87000", 16_008_000);
        assertThat(month.payableFen().fen()).isEqualTo(96_603_000);
    }

    @Test
    void ironBelow64IsRefusedOrTakenAtHalfThePrice() {
        Delivered poor = delivered(900, 100, iron(639_999, 0));
        comesTo(only(IRON, poor), Verdict.REFUSED, 0, "0", 0);
        comesTo(only(IRON, conceding(poor)), Verdict.CONCESSION, 100_000, "45000", 4_500_000);
    }

    private static Map<Measure, Long> copper(long arsenic, long moisture) {
        return Map.of(Measure.ARSENIC, arsenic, Measure.LEAD_ZINC, 0L, Measure.FLUORINE, 0L, Measure.MOISTURE, moisture);
    }

    /** Moisture 13 %: 20 yuan and 43.5 t of 50; arsenic 0.45: 100 + 5 × 20 = 200. 19,780 × 43.5 = 860,430; conceded at 0.55: 19,380 × 43.5 = 843,030. */
    @Test
    void copperHasBandsForEachImpurityAndTermsForWhatIsTakenByConcession() {
        comesTo(only(COPPER, delivered(20_000, 50, copper(4_500, 130_000))), Verdict.ADJUSTED, 43_500, "1978000", 86_043_000);
        Delivered dirty = delivered(20_000, 50, copper(5_500, 130_000));
        assertThat(only(COPPER, dirty).verdict()).isEqualTo(Verdict.REFUSED);
        comesTo(only(COPPER, conceding(dirty)), Verdict.CONCESSION, 43_500, "1938000", 84_303_000);
        Map<Measure, Long> leaded = Map.of(Measure.ARSENIC, 0L, Measure.LEAD_ZINC, 100_001L, Measure.FLUORINE, 0L, Measure.MOISTURE, 0L);
        assertThat(only(COPPER, conceding(delivered(20_000, 50, leaded))).verdict()).as("no terms for that").isEqualTo(Verdict.REFUSED);
    }

    /** 1.15 %: 1.5 tenths, two begun, 2 %: 1,960 t × 800. 1.32 %: 2 % and two begun of 2 %: 1,880 t. Above 1.5 confiscated. */
    @Test
    void steamCoalLosesTonnesByTheTenth() {
        comesTo(only(STEAM_COAL, delivered(800, 2_000, Map.of(Measure.SULPHUR, 11_500L))), Verdict.ADJUSTED, 1_960_000, "80000", 156_800_000);
        comesTo(only(STEAM_COAL, delivered(800, 2_000, Map.of(Measure.SULPHUR, 13_200L))), Verdict.ADJUSTED, 1_880_000, "80000", 150_400_000);
        comesTo(only(STEAM_COAL, delivered(800, 2_000, Map.of(Measure.SULPHUR, 15_001L))), Verdict.UNPAID, 2_000_000, "0", 0);
    }

    /** 12 %: 2 × 3 = 6 yuan, and 2 % of the mass: 98 t × 794 = 77,812. */
    @Test
    void cementCoalLosesThreeYuanAPointAndTheWaterAndIsRefusedAboveThirteen() {
        comesTo(only(CEMENT_COAL, delivered(800, 100, Map.of(Measure.MOISTURE, 120_000L))), Verdict.ADJUSTED, 98_000, "79400", 7_781_200);
        assertThat(only(CEMENT_COAL, delivered(800, 100, Map.of(Measure.MOISTURE, 130_000L))).verdict()).isEqualTo(Verdict.ADJUSTED);
        assertThat(only(CEMENT_COAL, delivered(800, 100, Map.of(Measure.MOISTURE, 130_001L))).verdict()).isEqualTo(Verdict.REFUSED);
    }

    private static Delivered clinker(long al2o3, long fe2o3, long density) {
        return guaranteed(delivered(2_000, 3_000, Map.of(Measure.AL2O3, al2o3, Measure.FE2O3, fe2o3, Measure.BULK_DENSITY, density, Measure.OFF_SIZE, 50_000L,
                Measure.MOISTURE, 12_000L)), Map.of(Measure.AL2O3, 850_000L, Measure.FE2O3, 18_000L, Measure.BULK_DENSITY, 3_100L));
    }

    /** 1.5 points: 1.5 %, 30; iron 0.1 above: 0.5 %, 10; density 0.05 below: 1 %, 20. 1,940 × 3,000 t × (1 − 0.2 %) = 1,940 × 2,994 = 5,808,360. */
    @Test
    void calcinedBauxiteIsMeasuredFromWhatWasGuaranteed() {
        comesTo(only(CLINKER, clinker(835_000, 19_000, 3_050)), Verdict.ADJUSTED, 2_994_000, "194000", 580_836_000);
    }

    /** 2.5 points: 2 % + 0.5 × 2 % = 3 %, 60. Beyond 3 points, or 0.3 of iron, it is refused. */
    @Test
    void calcinedBauxiteLosesDoubleBeyondTwoPointsAndIsRefusedBeyondThree() {
        assertThat(only(CLINKER, clinker(825_000, 18_000, 3_100)).priceFenPerTonne()).hasToString("194000");
        assertThat(only(CLINKER, clinker(820_000, 18_000, 3_100)).priceFenPerTonne()).hasToString("192000");
        assertThat(only(CLINKER, clinker(819_999, 18_000, 3_100)).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(only(CLINKER, clinker(850_000, 21_001, 3_100)).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(only(CLINKER, clinker(880_000, 10_000, 3_300)).priceFenPerTonne()).as("no bonus").hasToString("200000");
        assertThat(CLINKER.title().confidence()).isEqualTo(PriceFormula.Confidence.RECALLED);
    }
}
