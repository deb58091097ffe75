package org.jucai.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jucai.platform.catalogue.Bound;
import org.jucai.platform.catalogue.Confidence;
import org.jucai.platform.catalogue.Limit;
import org.jucai.platform.catalogue.Property;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.formulas.clause.Evaluation.Verdict;
import org.jucai.platform.formulas.clause.FormulaReader;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** From the readings to the money, by the formula that comes with the product for calcined bauxite. */
class QualityRulesTest {

    private static final Optional<PriceFormula> FORMULA = Optional.of(formula("calcined-bauxite"));
    private static final LocalDate DAY = LocalDate.of(2027, 5, 12);

    private final Random chance = new Random(85);

    private static PriceFormula formula(String name) {
        try (InputStream in = QualityRulesTest.class.getResourceAsStream("/formulas/" + name + ".json")) {
            return ((Read.Right<PriceFormula>) FormulaReader.read(new JsonMapper().readValue(Objects.requireNonNull(in), Object.class))).value();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ContractItem item(ContractItem.Priced... priced) {
        List<ContractItem.Guarantee> guarantees = List.of(new ContractItem.Guarantee("AL2O3", 855_000L, null), new ContractItem.Guarantee("FE2O3", null, 18_000L),
                new ContractItem.Guarantee("BULK_DENSITY", 3_100L, null));
        return new ContractItem(new UUID(3, 1), Optional.empty(), new UUID(3, 2), "L-1", new UUID(3, 3), "N-1", new UUID(3, 4), new UUID(3, 5), new UUID(3, 6),
                new ContractItem.Goods("GL-85A", "LUMP", "BULK", guarantees, 10_000, null), Kilograms.tonnes(100), List.of(priced), new ContractItem.Money(1_300, 1, 900, 0, 0, 0, 600, 0),
                new ContractItem.Means(ContractItem.MeansKind.CASH, 0), new ContractItem.Destination(true, "XM-A", new UUID(3, 7), "1号料场", "超化镇", DAY, DAY.plusDays(9)));
    }

    private static QualityRules.Sold sold(ContractItem item, List<Batch.Load> loads) {
        return new QualityRules.Sold(item, Promised.of(item.goods().guarantees(), List.of()), loads);
    }

    private static Batch.Load load(int number, long kg) {
        return new Batch.Load(new UUID(4, number), "D-" + number, new UUID(3, 1), new UUID(3, 5), new Kilograms(kg), DAY);
    }

    private static QualityRules.Asked asked(Optional<PriceFormula> formula, Map<Measure, Long> dry, boolean conceding) {
        return new QualityRules.Asked(formula, List.of(sold(item(new ContractItem.Priced(100_000, 200_000)), List.of(load(1, 32_000), load(2, 31_980)))), dry, conceding);
    }

    private static Map<Measure, Long> readings(long al2o3, long fe2o3, long moisture) {
        return Map.of(Measure.AL2O3, al2o3, Measure.FE2O3, fe2o3, Measure.MOISTURE, moisture, Measure.BULK_DENSITY, 3_150L, Measure.OFF_SIZE, 50_000L);
    }

    private static long payable(QualityRules.Outcome outcome) {
        return outcome.adjustments().stream().mapToLong(Adjustment::payableFen).sum();
    }

    /** 32 t and 31.98 t at 2,000 yuan; 0.5 % moisture above the limit of 1 %; Al₂O₃ one point short, −1 %; Fe₂O₃ 0.1 % above, −0.5 %. */
    @Test
    void aResultBelowTheGuaranteeIsPaidAsReckonedByHand() {
        QualityRules.Outcome outcome = QualityRules.settle(asked(FORMULA, readings(845_000, 19_000, 15_000), false));
        assertThat(outcome.quality()).contains(QualityStatus.ADJUSTED);
        Adjustment one = outcome.adjustments().getFirst();
        assertThat(one.baseFen()).isEqualTo(6_400_000 + 6_396_000);
        assertThat(one.payableFen()).as("31.84 t and 31.8201 t at 1,970 yuan").isEqualTo(6_272_480 + 6_268_560);
        assertThat(one.steps()).isNotEmpty();
    }

    @Test
    void goodsAsGuaranteedAreAcceptedAtTheirPriceAndWhatIsRefusedWaitsForTheBuyer() {
        QualityRules.Outcome good = QualityRules.settle(asked(FORMULA, readings(856_000, 17_000, 4_000), false));
        assertThat(good.quality()).contains(QualityStatus.ACCEPTED);
        assertThat(payable(good)).isEqualTo(12_796_000);
        QualityRules.Outcome refused = QualityRules.settle(asked(FORMULA, readings(824_999, 17_000, 4_000), false));
        assertThat(refused.adjustments().getFirst().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.quality()).isEmpty();
        assertThat(QualityRules.settle(asked(FORMULA, readings(824_999, 17_000, 4_000), true)).quality()).as("this formula has no terms for a concession").isEmpty();
    }

    @Test
    void withoutAFormulaTheGuaranteesDecideAndTheBuyerConcedes() {
        assertThat(QualityRules.settle(asked(Optional.empty(), readings(855_000, 18_000, 4_000), false)).quality()).contains(QualityStatus.ACCEPTED);
        assertThat(QualityRules.settle(asked(Optional.empty(), readings(854_999, 18_000, 4_000), false)).quality()).isEmpty();
        QualityRules.Outcome conceded = QualityRules.settle(asked(Optional.empty(), readings(854_999, 18_000, 4_000), true));
        assertThat(conceded.quality()).contains(QualityStatus.ADJUSTED);
        assertThat(conceded.adjustments()).isEmpty();
    }

    private static Limit limit(Property property, Bound bound) {
        return new Limit(property, bound, Limit.Basis.DRY, "YB/T 5179", Confidence.VERIFIED);
    }

    @Test
    void whatTheSupplierDidNotGuaranteeIsPromisedByTheGradeAndItsOwnWordGoesBeforeTheGrades() {
        List<Limit> limits = List.of(limit(Property.AL2O3, new Bound.AtLeast(850_000, false)), limit(Property.FE2O3, new Bound.AtMost(18_000, false)));
        Promised promised = Promised.of(List.of(new ContractItem.Guarantee("Al2O3", 855_000L, null), new ContractItem.Guarantee("白度", 900_000L, null)), limits);
        assertThat(promised.isMissedBy(Map.of(Measure.AL2O3, 854_999L))).as("its own word").isTrue();
        assertThat(promised.isMissedBy(Map.of(Measure.AL2O3, 855_000L, Measure.FE2O3, 18_000L, Measure.MOISTURE, 900_000L))).isFalse();
        assertThat(promised.isMissedBy(Map.of(Measure.FE2O3, 18_001L))).as("the grade's").isTrue();
        assertThat(Promised.of(List.of(), limits).isMissedBy(Map.of(Measure.AL2O3, 850_000L))).isFalse();
    }

    @Test
    void aMeasureIsKnownHoweverItsLettersAreWritten() {
        for (String name : List.of("AL2O3", "Al2O3", "Al₂O₃", " al2o3 ")) assertThat(Measure.called(name)).as(name).contains(Measure.AL2O3);
        assertThat(Measure.called("K2O+Na2O")).contains(Measure.K2O_NA2O);
        assertThat(Measure.called("白度")).isEmpty();
    }

    @Test
    void partsWithPricesOfTheirOwnAreSettledAtTheirMeanByMass() {
        assertThat(QualityRules.price(item(new ContractItem.Priced(60_000, 200_000), new ContractItem.Priced(40_000, 190_000))).fen()).isEqualTo(196_000);
    }

    /** From what laboratories read, over the mean of two, to what is paid: one reading better, never paid less, and never beyond what was agreed. */
    @Test
    void betterReadingsAreNeverPaidLessFromTheLaboratoryToTheMoney() {
        int moved = 0;
        for (int i = 0; i < 5_000; i++) {
            Map<Measure, Long> main = drawn();
            Map<Measure, Long> duplicate = drawn();
            Map<Measure, Long> better = better(main);
            long less = payable(QualityRules.settle(asked(FORMULA, Agreement.mean(main, duplicate), false)));
            long more = payable(QualityRules.settle(asked(FORMULA, Agreement.mean(better, duplicate), false)));
            assertThat(more).as("%s and %s with %s", main, better, duplicate).isGreaterThanOrEqualTo(less);
            assertThat(more).isBetween(0L, 12_796_000L);
            if (more > less) moved++;
        }
        assertThat(moved).as("quality moves the price").isGreaterThan(500);
    }

    private Map<Measure, Long> drawn() {
        return new EnumMap<>(Map.of(Measure.AL2O3, 815_000 + chance.nextLong(50_000), Measure.FE2O3, 15_000 + chance.nextLong(8_000), Measure.MOISTURE, chance.nextLong(30_000),
                Measure.BULK_DENSITY, 3_000 + chance.nextLong(200), Measure.OFF_SIZE, chance.nextLong(200_000)));
    }

    private Map<Measure, Long> better(Map<Measure, Long> readings) {
        Measure measure = List.copyOf(readings.keySet()).get(chance.nextInt(readings.size()));
        boolean higher = measure == Measure.AL2O3 || measure == Measure.BULK_DENSITY;
        long by = 1 + chance.nextLong(measure == Measure.BULK_DENSITY ? 100 : 6_000);
        Map<Measure, Long> better = new EnumMap<>(readings);
        better.merge(measure, higher ? by : -by, (now, change) -> Math.max(0, now + change));
        return better;
    }

    @Test
    void theOrderOfTheTrucksChangesNothing() {
        for (int i = 0; i < 200; i++) {
            List<Batch.Load> loads = new ArrayList<>();
            for (int n = 0; n < 3; n++) loads.add(load(n, 1_000 + chance.nextLong(32_000)));
            Map<Measure, Long> dry = drawn();
            ContractItem item = item(new ContractItem.Priced(100_000, 187_653));
            QualityRules.Outcome one = QualityRules.settle(new QualityRules.Asked(FORMULA, List.of(sold(item, loads)), dry, false));
            Collections.shuffle(loads, chance);
            assertThat(QualityRules.settle(new QualityRules.Asked(FORMULA, List.of(sold(item, loads)), dry, false))).isEqualTo(one);
        }
    }
}
