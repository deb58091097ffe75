package org.jucai.platform.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Measure;

/**
 * A version of a result as it left its laboratory.
 *
 * @param number of the version
 * @param dry readings on the dry basis, moisture of what came
 * @param contestUntil from here on it is not contested any more
 */
public record Issued(UUID resultId, int number, Map<Measure, Long> dry, Instant issuedAt, Instant contestUntil) {
    public Issued {
        dry = Map.copyOf(dry);
    }
}
