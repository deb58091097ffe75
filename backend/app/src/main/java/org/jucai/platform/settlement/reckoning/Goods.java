package org.jucai.platform.settlement.reckoning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.kernel.Kilograms;

/**
 * One truck's goods that were taken and whose quality is decided.
 *
 * @param mass by the ticket that settles
 * @param on the day they came, in Beijing
 * @param readings final, on the dry basis, with the moisture of what came; empty where the receiver passed them without a batch
 * @param decidedOn the day on which their quality was
 */
public record Goods(UUID deliveryId, String code, Kilograms mass, LocalDate on, Optional<Map<Measure, Long>> readings, LocalDate decidedOn) {

    public Goods {
        readings = readings.map(Map::copyOf);
    }
}
