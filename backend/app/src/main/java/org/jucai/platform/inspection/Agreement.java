package org.jucai.platform.inspection;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.Map;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.Ratio;

/**
 * Whether two laboratories agree on the same goods. How far they may differ is usual between laboratories (Al₂O₃ 0.5 to 0.8 %, Fe₂O₃ 0.05 to 0.15 %):
 * recalled, to be verified.
 */
final class Agreement {

    private static final Map<Measure, Long> WITHIN = new EnumMap<>(Map.ofEntries(entry(Measure.AL2O3, 8_000L), entry(Measure.SIO2, 8_000L), entry(Measure.FE2O3, 1_500L),
            entry(Measure.TIO2, 1_500L), entry(Measure.BULK_DENSITY, 30L), entry(Measure.REFRACTORINESS, 20L), entry(Measure.SULPHUR, 200L)));

    /** Of what is measured in parts per million and not named above. */
    private static final long OTHERWISE_PPM = 1_000;

    /** In thousandths, kJ/kg and the like: a hundredth of the reading. */
    private static final long OTHERWISE_PART = 100;

    private Agreement() {}

    /** Properties that only one of them measured are not compared. */
    static boolean holds(Map<Measure, Long> one, Map<Measure, Long> other) {
        return one.entrySet().stream().allMatch(each -> !other.containsKey(each.getKey())
                || Math.abs(each.getValue() - other.get(each.getKey())) <= within(each.getKey(), each.getValue()));
    }

    private static long within(Measure measure, long reading) {
        boolean part = measure.unit() == Measure.Unit.PPM;
        return WITHIN.getOrDefault(measure, part ? OTHERWISE_PPM : reading / OTHERWISE_PART);
    }

    /** Half to even (GB/T 8170), so that neither side gains by the half. */
    static Map<Measure, Long> mean(Map<Measure, Long> one, Map<Measure, Long> other) {
        Map<Measure, Long> mean = new EnumMap<>(Measure.class);
        mean.putAll(other);
        one.forEach((measure, value) -> mean.merge(measure, value, (theirs, ours) -> Ratio.of(theirs + ours, 2).halfEven(1).numerator().longValueExact()));
        return mean;
    }
}
