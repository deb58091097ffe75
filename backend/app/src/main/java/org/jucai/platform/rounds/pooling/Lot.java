package org.jucai.platform.rounds.pooling;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * A pooled order: lines that agree in grade, size, packing and zone and whose windows all meet.
 *
 * @param window the days all its lines have in common
 * @param lineIds its lines in canonical order (ascending by the text of their ids)
 * @param minimum exact sum of the lines' minima
 * @param target exact sum of the lines' targets
 * @param maximum exact sum of the lines' maxima
 * @param viable the round's threshold for the grade
 */
public record Lot(
        String grade,
        String size,
        String packing,
        String zone,
        Window window,
        List<UUID> lineIds,
        Kilograms minimum,
        Kilograms target,
        Kilograms maximum,
        Kilograms viable) {

    public Lot {
        lineIds = List.copyOf(lineIds);
    }

    public boolean isViable() {
        return target.compareTo(viable) >= 0;
    }

    /** What is missing to the threshold; zero for a viable lot. */
    public Kilograms shortBy() {
        return isViable() ? Kilograms.ZERO : viable.minus(target);
    }
}
