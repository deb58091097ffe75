package org.jucai.platform.rounds.trucks;

import java.time.LocalDate;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Window;

/**
 * What a line needs beyond its full trucks; always less than one truck.
 *
 * @param lot index of its lot in the list that was planned
 * @param window its lot's window, which lies within its own
 */
public record PartLoad(UUID lineId, UUID enterpriseId, int lot, Window window, Kilograms mass) implements Load {

    @Override
    public String key() {
        return lineId.toString();
    }

    @Override
    public String owner() {
        return enterpriseId.toString();
    }

    @Override
    public LocalDate from() {
        return window.from();
    }

    @Override
    public LocalDate to() {
        return window.to();
    }
}
