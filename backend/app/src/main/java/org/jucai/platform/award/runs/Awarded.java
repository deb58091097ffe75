package org.jucai.platform.award.runs;

import java.util.List;
import org.jucai.platform.award.solving.AwardResult;

/**
 * The awards of a computation, by lot and supplier as its documents name them.
 *
 * @param failedLots lots that get nothing
 */
public record Awarded(List<Part> parts, List<String> failedLots) {

    /** A supplier's part of a lot; what it costs is compared, not paid. */
    public record Part(String lot, String supplier, long kg, int totalTier, int step, long costMilliFen, long amountFen) {}

    public Awarded {
        parts = List.copyOf(parts);
        failedLots = List.copyOf(failedLots);
    }

    static Awarded of(AwardResult result) {
        return new Awarded(result.awards().stream().map(award -> new Part(award.lot(), award.supplier(), award.kg(), award.totalTier(), award.step(),
                award.costMilliFen(), award.amountFen())).toList(), result.failedLots());
    }
}
