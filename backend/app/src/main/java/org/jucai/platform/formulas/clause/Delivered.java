package org.jucai.platform.formulas.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a formula is asked about.
 *
 * @param guarantees what the contract guarantees, for clauses that count from it
 * @param totals of the whole contract, once it is clear how much is delivered in all
 * @param conceding whether the buyer takes what it might refuse
 */
public record Delivered(FenPerTonne base, List<Lot> lots, Map<Measure, Long> guarantees, Optional<Totals> totals, boolean conceding) {

    public Delivered {
        lots = List.copyOf(lots);
        guarantees = Map.copyOf(guarantees);
    }

    /** A lot by its final results; figures in the unit of each measure. */
    public record Lot(String name, Kilograms mass, LocalDate deliveredOn, Map<Measure, Long> readings) {
        public Lot {
            readings = Map.copyOf(readings);
        }
    }

    /** What was agreed, and what came in all. */
    public record Totals(Kilograms contracted, Kilograms delivered) {}
}
