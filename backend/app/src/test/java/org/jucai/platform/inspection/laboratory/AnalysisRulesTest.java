package org.jucai.platform.inspection.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.inspection.laboratory.Readings.METHODS;
import static org.jucai.platform.inspection.laboratory.Readings.WANTED;
import static org.jucai.platform.inspection.laboratory.Readings.dry;
import static org.jucai.platform.inspection.laboratory.Readings.usual;
import static org.jucai.platform.inspection.laboratory.Readings.wet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jucai.platform.catalogue.Limit.Basis;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Refusal;
import org.junit.jupiter.api.Test;

class AnalysisRulesTest {

    private static Optional<Refusal> refused(List<Reading> readings, Set<Measure> wanted) {
        return AnalysisRules.judge(readings, wanted, METHODS) instanceof Decision.Refused<Map<Measure, Long>>(var refusal, var _) ? Optional.of(refusal) : Optional.empty();
    }

    private static Map<Measure, Long> taken(List<Reading> readings) {
        return AnalysisRules.judge(readings, Set.of(), METHODS).orElseRefuse().getFirst();
    }

    @Test
    void oxidesSumToOneHundredPercentAndHalfAPercentAndNotAPartPerMillionMore() {
        List<Reading> full = List.of(dry(Measure.AL2O3, 850_000), dry(Measure.SIO2, 100_000), dry(Measure.TIO2, 40_000), dry(Measure.CAO, 8_000), dry(Measure.MGO, 7_000));
        assertThat(refused(full, Set.of())).isEmpty();
        List<Reading> over = List.of(dry(Measure.AL2O3, 850_001), dry(Measure.SIO2, 100_000), dry(Measure.TIO2, 40_000), dry(Measure.CAO, 8_000), dry(Measure.MGO, 7_000));
        assertThat(refused(over, Set.of())).contains(LaboratoryRefusal.OXIDES_ABOVE_WHOLE);
    }

    @Test
    void limeAndMagnesiaToldTogetherAndApartCountOnceAndMoistureIsNoOxide() {
        assertThat(refused(List.of(dry(Measure.AL2O3, 990_000), dry(Measure.CAO, 8_000), dry(Measure.MGO, 7_000), dry(Measure.CAO_MGO, 15_000), wet(Measure.MOISTURE, 90_000)), Set.of()))
                .isEmpty();
    }

    @Test
    void sumsAreJudgedDryHoweverTheReadingsCame() {
        List<Reading> wet = List.of(wet(Measure.AL2O3, 950_000), wet(Measure.MOISTURE, 60_000));
        assertThat(refused(wet, Set.of())).as("95 % of what is 6 % water is more than all of it").contains(LaboratoryRefusal.READING_IMPOSSIBLE);
        assertThat(taken(List.of(wet(Measure.AL2O3, 810_000), wet(Measure.MOISTURE, 100_000)))).containsEntry(Measure.AL2O3, 900_000L);
        assertThat(refused(List.of(wet(Measure.AL2O3, 810_000)), Set.of())).as("of how much water").contains(LaboratoryRefusal.RESULT_INCOMPLETE);
    }

    @Test
    void nothingIsAllWaterButBoneDryMayBe() {
        assertThat(refused(List.of(wet(Measure.MOISTURE, 1_000_000)), Set.of())).contains(LaboratoryRefusal.READING_IMPOSSIBLE);
        assertThat(refused(List.of(wet(Measure.MOISTURE, 0)), Set.of())).isEmpty();
        assertThat(refused(List.of(dry(Measure.MOISTURE, 10)), Set.of())).contains(LaboratoryRefusal.READING_BASIS_WRONG);
        assertThat(refused(List.of(dry(Measure.BULK_DENSITY, 3_100)), Set.of())).contains(LaboratoryRefusal.READING_BASIS_WRONG);
        assertThat(refused(List.of(new Reading(Measure.BULK_DENSITY, 3_100, Basis.NOT_APPLICABLE, "GB/T 2999")), Set.of())).isEmpty();
        assertThat(refused(List.of(dry(Measure.AL2O3, -1)), Set.of())).contains(LaboratoryRefusal.READING_IMPOSSIBLE);
    }

    @Test
    void allThatIsWantedIsMeasuredOnceByAMethodOfTheCatalogue() {
        assertThat(refused(usual(), WANTED)).isEmpty();
        assertThat(refused(usual().subList(0, 2), WANTED)).contains(LaboratoryRefusal.RESULT_INCOMPLETE);
        assertThat(refused(List.of(dry(Measure.AL2O3, 1), dry(Measure.AL2O3, 2)), Set.of())).contains(LaboratoryRefusal.READING_TWICE);
        assertThat(refused(List.of(new Reading(Measure.AL2O3, 1, Basis.DRY, "GB/T 2999")), Set.of())).contains(LaboratoryRefusal.METHOD_UNKNOWN);
        assertThat(refused(List.of(new Reading(Measure.AL2O3, 1, Basis.DRY, "gb/t21114-2019")), Set.of())).as("its year").isEmpty();
        assertThat(refused(List.of(new Reading(Measure.SULPHUR, 1, Basis.DRY, "红外吸收法")), Set.of())).as("the catalogue names none").isEmpty();
    }

    @Test
    void moreOfWhatIsMeasuredWetIsNeverLessOfItDry() {
        Random chance = new Random(4711);
        for (int i = 0; i < 2_000; i++) {
            long moisture = chance.nextLong(200_000);
            long less = chance.nextLong(700_000);
            long more = less + chance.nextLong(5);
            Map<Measure, Long> one = taken(List.of(wet(Measure.AL2O3, less), wet(Measure.MOISTURE, moisture)));
            Map<Measure, Long> other = taken(List.of(wet(Measure.AL2O3, more), wet(Measure.MOISTURE, moisture)));
            assertThat(other.get(Measure.AL2O3)).isGreaterThanOrEqualTo(one.get(Measure.AL2O3));
            assertThat(one.get(Measure.AL2O3)).isGreaterThanOrEqualTo(less);
        }
    }
}
