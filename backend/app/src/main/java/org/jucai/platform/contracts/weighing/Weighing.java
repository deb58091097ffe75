package org.jucai.platform.contracts.weighing;

import java.time.Instant;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a weighbridge printed.
 *
 * @param bridge the weighbridge's own name or number
 * @param number the ticket's number on it
 * @param statedAt when it was weighed, by the clock of whoever says so; kept as stated and never judged by
 */
public record Weighing(Side side, String bridge, String number, Kilograms gross, Kilograms tare, Instant statedAt) {

    /** Gross less tare; asked only of what {@link WeighingRules#ticket} lets pass. */
    public Kilograms net() {
        return gross.minus(tare);
    }
}
