package org.jucai.platform.inspection.laboratory;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jucai.platform.catalogue.Limit.Basis;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.kernel.Decision;

/** Whether readings can all be true of one sample. Pure. */
public final class AnalysisRules {

    /** An analysis closes to within half a per cent: usual in the trade, recalled, to be verified. */
    static final long CLOSES_WITHIN_PPM = 5_000;

    /** Above every reading that has no end of its own. */
    static final long MOST = 10_000_000;

    static final long WHOLE = 1_000_000;

    private static final Set<Measure> SUMMED = EnumSet.of(Measure.AL2O3, Measure.FE2O3, Measure.TIO2, Measure.SIO2, Measure.K2O_NA2O, Measure.SIC,
            Measure.FREE_CARBON, Measure.LOI);

    private AnalysisRules() {}

    /** The readings on the dry basis, by property; or what is wrong with them. Facts: property, and limit where there is one. */
    public static Decision<Map<Measure, Long>> judge(List<Reading> readings, Set<Measure> wanted, Methods methods) {
        Map<Measure, Reading> by = new EnumMap<>(Measure.class);
        for (Reading reading : readings) {
            if (by.put(reading.property(), reading) != null) return refuse(LaboratoryRefusal.READING_TWICE, property(reading.property()));
            if (!canBe(reading)) return refuse(LaboratoryRefusal.READING_IMPOSSIBLE, property(reading.property()));
            if (!isBasisRight(reading)) return refuse(LaboratoryRefusal.READING_BASIS_WRONG, property(reading.property()));
            if (!methods.admit(reading)) return refuse(LaboratoryRefusal.METHOD_UNKNOWN, Map.of("property", reading.property().name(), "method", reading.method()));
        }
        for (Measure measure : inOrder(wanted)) if (!by.containsKey(measure)) return refuse(LaboratoryRefusal.RESULT_INCOMPLETE, property(measure));
        for (Reading reading : readings) {
            boolean wet = reading.basis() == Basis.AS_RECEIVED && reading.property() != Measure.MOISTURE;
            if (wet && !by.containsKey(Measure.MOISTURE)) return refuse(LaboratoryRefusal.RESULT_INCOMPLETE, property(Measure.MOISTURE));
        }
        return summed(dry(by));
    }

    private static Set<Measure> inOrder(Set<Measure> wanted) {
        Set<Measure> all = EnumSet.noneOf(Measure.class);
        all.addAll(wanted);
        return all;
    }

    private static Map<String, Object> property(Measure measure) {
        return Map.of("property", measure.name());
    }

    /** Nothing is left of a sample that is all water. */
    private static boolean canBe(Reading reading) {
        long most = reading.property() == Measure.MOISTURE ? WHOLE - 1 : reading.property().most().orElse(MOST);
        return reading.value() >= 0 && reading.value() <= most;
    }

    private static boolean isBasisRight(Reading reading) {
        if (reading.property() == Measure.MOISTURE) return reading.basis() == Basis.AS_RECEIVED;
        boolean part = reading.property().unit() == Measure.Unit.PPM;
        return part ? reading.basis() != Basis.NOT_APPLICABLE : reading.basis() == Basis.NOT_APPLICABLE;
    }

    /** What came wet is more of what is dry: by 1 / (1 − moisture), to the nearest part per million. */
    private static Map<Measure, Long> dry(Map<Measure, Reading> readings) {
        Reading moisture = readings.get(Measure.MOISTURE);
        Ratio left = Ratio.of(WHOLE - (moisture == null ? 0 : moisture.value()), WHOLE);
        Map<Measure, Long> dry = new EnumMap<>(Measure.class);
        readings.forEach((measure, reading) -> {
            boolean wet = reading.basis() == Basis.AS_RECEIVED && measure != Measure.MOISTURE;
            dry.put(measure, wet ? Ratio.of(reading.value()).over(left).halfUp() : reading.value());
        });
        return dry;
    }

    private static Decision<Map<Measure, Long>> summed(Map<Measure, Long> dry) {
        for (Map.Entry<Measure, Long> each : dry.entrySet()) {
            boolean over = each.getKey().unit() == Measure.Unit.PPM && each.getValue() > WHOLE;
            if (over) return refuse(LaboratoryRefusal.READING_IMPOSSIBLE, property(each.getKey()));
        }
        long sum = SUMMED.stream().mapToLong(measure -> dry.getOrDefault(measure, 0L)).sum() + lime(dry);
        return sum > WHOLE + CLOSES_WITHIN_PPM ? refuse(LaboratoryRefusal.OXIDES_ABOVE_WHOLE, Map.of("sumPpm", sum, "mostPpm", WHOLE + CLOSES_WITHIN_PPM)) : accept(dry);
    }

    /** Lime and magnesia, told together or apart, count once. */
    private static long lime(Map<Measure, Long> dry) {
        return Math.max(dry.getOrDefault(Measure.CAO_MGO, 0L), dry.getOrDefault(Measure.CAO, 0L) + dry.getOrDefault(Measure.MGO, 0L));
    }
}
