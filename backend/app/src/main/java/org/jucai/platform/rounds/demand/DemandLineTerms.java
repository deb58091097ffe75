package org.jucai.platform.rounds.demand;

import java.util.Optional;

/** A line's terms as they could be asked for again. */
public final class DemandLineTerms {

    private DemandLineTerms() {}

    public static DemandTerms of(DemandLine line) {
        return new DemandTerms(line.acceptedGrades(), line.orBetter(), Optional.of(line.minimum()), line.target(),
                Optional.of(line.maximum()), line.priceCap(), Optional.of(line.place().id()), line.window(), line.kilnType(),
                line.size(), line.packing(), line.approvedSources(), line.invoices(), line.payment(), line.specOverrides(), line.remark());
    }
}
