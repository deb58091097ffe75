package org.jucai.platform.inspection;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jucai.platform.catalogue.Limit;
import org.jucai.platform.contracts.ContractItem.Guarantee;
import org.jucai.platform.formulas.clause.Clause;
import org.jucai.platform.formulas.clause.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What was promised of goods: what their supplier guaranteed, and of all else the limits of the grade that was sold. A guarantee of something that no
 * laboratory measures promises nothing here.
 */
record Promised(Map<Measure, Ends> ends) {

    /** @param least and at most; empty where nothing was said */
    record Ends(OptionalLong least, OptionalLong most) {

        boolean meets(long reading) {
            return reading >= least.orElse(Long.MIN_VALUE) && reading <= most.orElse(Long.MAX_VALUE);
        }
    }

    Promised {
        ends = Map.copyOf(ends);
    }

    static Promised of(List<Guarantee> guarantees, List<Limit> limits) {
        Map<Measure, Ends> ends = new EnumMap<>(Measure.class);
        limits.forEach(limit -> ends.put(Measure.valueOf(limit.property().name()), new Ends(limit.bound().floor(), limit.bound().ceiling())));
        guarantees.forEach(each -> Measure.called(each.property()).ifPresent(measure -> ends.put(measure, new Ends(maybe(each.minimumPpm()), maybe(each.maximumPpm())))));
        return new Promised(ends);
    }

    /** The figure that a clause counts from: the least that is promised where more is better, else the most. */
    Optional<Long> figure(Clause clause) {
        return Optional.ofNullable(ends.get(clause.property())).map(found -> clause.better() == Clause.Better.HIGHER ? found.least() : found.most())
                .filter(OptionalLong::isPresent).map(OptionalLong::getAsLong);
    }

    /** Whether a reading is not as promised. */
    boolean isMissedBy(Map<Measure, Long> dry) {
        return dry.entrySet().stream().anyMatch(reading -> Optional.ofNullable(ends.get(reading.getKey())).filter(promised -> !promised.meets(reading.getValue())).isPresent());
    }

    private static OptionalLong maybe(@Nullable Long figure) {
        return figure == null ? OptionalLong.empty() : OptionalLong.of(figure);
    }
}
