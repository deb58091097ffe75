package org.jucai.platform.formulas;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.formulas.clause.PriceFormula;

/**
 * A version of a formula, as it was entered and for ever.
 *
 * @param document the JSON text; what a contract stamps
 * @param formula the same, read
 * @param note why it was entered
 * @param newest the newest version there is of it
 */
public record FormulaVersion(UUID id, long version, UUID associationId, String document, PriceFormula formula, Optional<String> note, Instant enteredAt, long newest) {

    /** The stream of its events. */
    static final String STREAM = "price-formula";
}
