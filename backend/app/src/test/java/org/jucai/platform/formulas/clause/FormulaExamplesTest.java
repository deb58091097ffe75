package org.jucai.platform.formulas.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.formulas.clause.FormulaWorld.APRIL;
import static org.jucai.platform.formulas.clause.FormulaWorld.delivered;
import static org.jucai.platform.formulas.clause.FormulaWorld.evaluated;
import static org.jucai.platform.formulas.clause.FormulaWorld.json;
import static org.jucai.platform.formulas.clause.FormulaWorld.lot;
import static org.jucai.platform.formulas.clause.FormulaWorld.named;
import static org.jucai.platform.formulas.clause.FormulaWorld.right;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.Property;
import org.jucai.platform.formulas.clause.Evaluation.Kind;
import org.jucai.platform.formulas.clause.Evaluation.Part;
import org.jucai.platform.formulas.clause.Evaluation.Verdict;
import org.junit.jupiter.api.Test;

/** What holds for every formula, on small ones. */
class FormulaExamplesTest {

    private static PriceFormula moisture(String tonne, String moisture) {
        return right(FormulaReader.read(json("""
                {'format': 'jucai-price-formula/1', 'nameZh': '水分', 'nameEn': 'Moisture', 'source': 'ours', 'confidence': 'ASSUMED',
                 'base': {'tonne': '%s', 'fromFenPerTonne': 100000, 'toFenPerTonne': 300000}, 'moisture': %s, 'clauses': []}
                """.formatted(tonne, moisture))));
    }

    private static PriceFormula iron(String comparison, String roundTo) {
        return right(FormulaReader.read(json("""
                {'format': 'jucai-price-formula/1', 'nameZh': '铁', 'nameEn': 'Iron', 'source': 'ours', 'confidence': 'ASSUMED',
                 'base': {'tonne': 'WET', 'fromFenPerTonne': 100000, 'toFenPerTonne': 300000}, 'comparison': '%s',
                 'clauses': [{'property': 'FE2O3', 'better': 'LOWER', %s 'bands': [
                    {'to': 18000, 'toIncluded': true, 'effects': [{'kind': 'NOTHING'}]},
                    {'from': 18000, 'fromIncluded': false, 'effects': [{'kind': 'STEPS', 'of': 'FEN_PER_TONNE', 'reference': 18000, 'per': 1000,
                     'change': -1000, 'counting': 'BEGUN_STEPS', 'cap': -5000}]}]}]}
                """.formatted(comparison, roundTo))));
    }

    private static Part of(PriceFormula formula, Delivered delivered) {
        return evaluated(formula, delivered).parts().getFirst();
    }

    /** 3,000 t at 1.2 % against 0.5 %: 3,000 × (1 − 0.012) = 2,964.000, or 3,000 × (1 − 0.007) = 2,979.000; at 2,000 yuan 5,928,000 and 5,958,000. */
    @Test
    void fullAndExcessMoistureAreTwoContracts() {
        Delivered asked = delivered(2_000, 3_000, Map.of(Measure.MOISTURE, 12_000L));
        Part full = of(moisture("DRY", "{'deduct': 'FULL'}"), asked);
        Part excess = of(moisture("WET", "{'deduct': 'EXCESS', 'limitPpm': 5000}"), asked);
        assertThat(full.settledKg()).isEqualTo(Ratio.of(2_964_000));
        assertThat(full.payableFen().fen()).isEqualTo(592_800_000);
        assertThat(excess.settledKg()).isEqualTo(Ratio.of(2_979_000));
        assertThat(excess.payableFen().fen()).isEqualTo(595_800_000);
        assertThat(excess.steps()).filteredOn(step -> step.kind() == Kind.MOISTURE).singleElement()
                .extracting(Evaluation.Step::arithmetic).isEqualTo("3,000.000 × (1 − (1.2 % − 0.5 %)) = 2,979.000");
    }

    @Test
    void noMoistureTakesNothingAndNothingButMoistureIsPaidNothing() {
        PriceFormula dry = moisture("DRY", "{'deduct': 'FULL'}");
        assertThat(of(dry, delivered(2_000, 3_000, Map.of(Measure.MOISTURE, 0L))).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(of(dry, delivered(2_000, 3_000, Map.of(Measure.MOISTURE, 1_000_000L))).payableFen().fen()).isZero();
        assertThat(Evaluator.evaluate(dry, delivered(2_000, 3_000, Map.of(Measure.MOISTURE, 1_000_001L))).all())
                .containsExactly(new Faulty(FormulaFault.OUT_OF_RANGE, "/lots/0/readings/MOISTURE"));
    }

    @Test
    void aSeasonMayGoOverTheTurnOfTheYear() {
        PriceFormula winter = moisture("WET", "{'deduct': 'EXCESS', 'limitPpm': 5000, 'seasons': [{'from': '11-15', 'to': '03-15', 'limitPpm': 9000}]}");
        Map<Measure, Long> wet = Map.of(Measure.MOISTURE, 9_000L);
        assertThat(of(winter, delivered(2_000, lot("A", 1, APRIL.withMonth(1), wet))).settledKg()).isEqualTo(Ratio.of(1_000));
        assertThat(of(winter, delivered(2_000, lot("A", 1, APRIL.withMonth(3).withDayOfMonth(15), wet))).settledKg()).isEqualTo(Ratio.of(1_000));
        assertThat(of(winter, delivered(2_000, lot("A", 1, APRIL.withMonth(3).withDayOfMonth(16), wet))).settledKg()).isEqualTo(Ratio.of(996));
    }

    /** 1.804 rounds to 1.80, 1.805 to 1.80 (even), 1.815 to 1.82, 1.806 to 1.81. Compared as measured all four lie above 1.80. */
    @Test
    void valuesAreComparedAsMeasuredUnlessRoundingWasAgreed() {
        PriceFormula full = iron("FULL_VALUE", "");
        PriceFormula rounded = iron("ROUNDED_VALUE", "'roundTo': 100,");
        assertThat(of(full, delivered(2_000, 1, Map.of(Measure.FE2O3, 18_040L))).priceFenPerTonne()).hasToString("199000");
        assertThat(of(rounded, delivered(2_000, 1, Map.of(Measure.FE2O3, 18_040L))).priceFenPerTonne()).hasToString("200000");
        assertThat(of(rounded, delivered(2_000, 1, Map.of(Measure.FE2O3, 18_050L))).priceFenPerTonne()).as("half to even").hasToString("200000");
        assertThat(of(rounded, delivered(2_000, 1, Map.of(Measure.FE2O3, 18_060L))).priceFenPerTonne()).hasToString("199000");
        assertThat(Ratio.of(18_150).halfEven(100)).isEqualTo(Ratio.of(18_200));
    }

    @Test
    void aBegunStepCountsWholeAndACapEndsIt() {
        PriceFormula formula = iron("FULL_VALUE", "");
        assertThat(of(formula, delivered(2_000, 1, Map.of(Measure.FE2O3, 19_000L))).priceFenPerTonne()).hasToString("199000");
        assertThat(of(formula, delivered(2_000, 1, Map.of(Measure.FE2O3, 19_001L))).priceFenPerTonne()).hasToString("198000");
        assertThat(of(formula, delivered(2_000, 1, Map.of(Measure.FE2O3, 60_000L))).priceFenPerTonne()).hasToString("195000");
        assertThat(of(formula, delivered(2_000, 1, Map.of(Measure.FE2O3, 19_001L))).steps()).filteredOn(step -> step.kind() == Kind.EFFECT).singleElement()
                .extracting(Evaluation.Step::arithmetic).isEqualTo("−10.00 × (1.9001 % − 1.8 %) ÷ 0.1 % → 2 = −20.00");
    }

    /** 605 × 1/3 t of a price that does not end in fen: 700 − 1 × 700/35 × … rounds once, in the amount. */
    @Test
    void theAmountIsRoundedOnceFromExactFigures() {
        PriceFormula lime = named("lime");
        Delivered asked = new Delivered(new org.jucai.platform.kernel.FenPerTonne(48_000), java.util.List.of(new Delivered.Lot("A", new org.jucai.platform.kernel.Kilograms(33_333), APRIL,
                Map.of(Measure.CAO, 873_300L, Measure.SIO2, 0L, Measure.SULPHUR, 300L))), Map.of(), java.util.Optional.empty(), false);
        Part part = of(lime, asked);
        assertThat(part.priceFenPerTonne()).as("48,000 × (1 − 0.67 ÷ 35)").isEqualTo(Ratio.of(48_000).times(Ratio.of(3_433, 3_500)));
        assertThat(part.payableFen().fen()).as("33.333 × 47,081.142857… = 1,569,355.73…").isEqualTo(1_569_356);
    }

    @Test
    void everyPropertyOfTheCatalogueIsMeasuredUnderItsNameAndInItsUnit() {
        Map<String, String> units = Arrays.stream(Measure.values()).collect(Collectors.toMap(Enum::name, measure -> measure.unit().name()));
        for (Property property : Property.values()) assertThat(units).containsEntry(property.name(), property.unit().name());
    }

    @Test
    void whatIsMissingForAnEvaluationIsNamed() {
        PriceFormula clinker = named("calcined-bauxite");
        Delivered asked = delivered(100, lot("A", 1, APRIL, Map.of(Measure.AL2O3, 850_000L)), lot("A", 1, APRIL, Map.of()));
        assertThat(Evaluator.evaluate(clinker, asked).all()).extracting(Faulty::where).contains("/basePriceFenPerTonne", "/lots/1/lot", "/lots/0/readings/FE2O3",
                "/lots/1/readings/AL2O3", "/lots/0/readings/MOISTURE", "/guarantees/AL2O3", "/guarantees/FE2O3", "/guarantees/BULK_DENSITY")
                .doesNotContain("/lots/0/readings/AL2O3");
    }

    /** Ten tonnes below the cut-off lose 20 yuan each; just above it they pull the mean of all below 66. */
    @Test
    void aLotThatBarelyEntersTheMeanMayCostMoreThanOneThatStaysOut() {
        PriceFormula steep = right(FormulaReader.read(json("""
                {'format': 'jucai-price-formula/1', 'nameZh': '铁', 'nameEn': 'Iron', 'source': 'ours', 'confidence': 'ASSUMED',
                 'base': {'tonne': 'WET', 'fromFenPerTonne': 50000, 'toFenPerTonne': 200000},
                 'averaging': {'over': 'MONTH', 'cutOffs': [{'property': 'IRON', 'limit': 650000}]},
                 'clauses': [{'property': 'IRON', 'better': 'HIGHER', 'bands': [
                    {'to': 660000, 'effects': [{'kind': 'FIXED', 'of': 'FEN_PER_TONNE', 'value': -2000}]},
                    {'from': 660000, 'effects': [{'kind': 'NOTHING'}]}]}]}
                """)));
        Delivered.Lot good = lot("A", 1_000, APRIL, Map.of(Measure.IRON, 660_000L));
        long apart = evaluated(steep, delivered(900, good, lot("B", 10, APRIL, Map.of(Measure.IRON, 649_999L)))).payableFen().fen();
        long together = evaluated(steep, delivered(900, good, lot("B", 10, APRIL, Map.of(Measure.IRON, 650_000L)))).payableFen().fen();
        assertThat(apart).as("10 t lose 20 yuan").isEqualTo(1_010 * 90_000L - 10 * 2_000L);
        assertThat(together).as("1,010 t lose 20 yuan").isEqualTo(1_010 * 88_000L);
    }

    /** As much as can be asked: the sums still are whole fen. */
    @Test
    void theLargestFiguresThatAreTakenAddUp() {
        PriceFormula generous = right(FormulaReader.read(json("""
                {'format': 'jucai-price-formula/1', 'nameZh': '大', 'nameEn': 'Large', 'source': 'ours', 'confidence': 'ASSUMED',
                 'base': {'tonne': 'WET', 'fromFenPerTonne': 1000, 'toFenPerTonne': 100000000},
                 'clauses': [{'property': 'AL2O3', 'better': 'HIGHER', 'bands': [{'effects': [{'kind': 'STEPS', 'of': 'PRICE_PPM', 'reference': 0, 'per': 1,
                    'change': 1000000, 'times': 1000}]}]}]}
                """)));
        Delivered.Lot large = lot("A", 10_000_000, APRIL, Map.of(Measure.AL2O3, 1_000_000L));
        java.util.List<Delivered.Lot> lots = java.util.stream.IntStream.range(0, 500).mapToObj(i -> new Delivered.Lot("L" + i, large.mass(), large.deliveredOn(), large.readings())).toList();
        Delivered asked = new Delivered(new org.jucai.platform.kernel.FenPerTonne(100_000_000), lots, Map.of(), java.util.Optional.empty(), false);
        assertThat(evaluated(generous, asked).payableFen().fen()).as("twice the base price and no more").isEqualTo(500 * 10_000_000L * 200_000_000L);
    }
}
