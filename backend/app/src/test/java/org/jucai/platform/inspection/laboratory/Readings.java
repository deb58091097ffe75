package org.jucai.platform.inspection.laboratory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jucai.platform.catalogue.Limit.Basis;
import org.jucai.platform.formulas.clause.Measure;

/** Readings of calcined bauxite, as a laboratory reports them. */
final class Readings {

    static final Methods METHODS = new Methods(Map.of(Measure.AL2O3, Set.of("GB/T6900.4", "GB/T21114"), Measure.FE2O3, Set.of("GB/T6900.3", "GB/T21114")));
    static final Set<Measure> WANTED = Set.of(Measure.AL2O3, Measure.FE2O3, Measure.MOISTURE);

    private Readings() {}

    static Reading dry(Measure property, long ppm) {
        return new Reading(property, ppm, Basis.DRY, "GB/T 21114");
    }

    static Reading wet(Measure property, long ppm) {
        return new Reading(property, ppm, Basis.AS_RECEIVED, "GB/T 21114");
    }

    static List<Reading> usual() {
        return List.of(dry(Measure.AL2O3, 856_000), dry(Measure.FE2O3, 17_000), wet(Measure.MOISTURE, 4_000));
    }
}
