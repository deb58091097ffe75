package org.jucai.platform.settlement.reckoning;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * What goods are worth, once and for both sides.
 *
 * @param mass that came and counts; nothing for what is settled at a contract's end
 */
public record Worth(UUID itemId, Kilograms mass, Amounts amounts, List<Step> steps) {

    public Worth {
        steps = List.copyOf(steps);
    }
}
