package org.jucai.platform.rounds.lots;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.rounds.pooling.Alternative;

/**
 * How a round was pooled.
 *
 * @param leftoverKg mass in lots below the threshold
 * @param boundKg no grouping leaves less
 * @param alternatives what other groupings of the same lines give
 */
public record PoolingReport(UUID roundId, long leftoverKg, long boundKg, boolean proven, List<Alternative> alternatives) {
    public PoolingReport {
        alternatives = List.copyOf(alternatives);
    }
}
