package org.jucai.platform.rounds.disclosure;

import java.util.List;
import org.jucai.platform.kernel.Kilograms;

/**
 * A published cell: its exact mass, those of its parts that may be told, and the rest rolled up. Always
 * {@code mass = Σ parts' mass + rolledUp}.
 *
 * @param code of the grade, zone or window; empty for the total
 * @param parts ascending by code; the next level of total → grade → zone → window
 * @param rolledUp what its other parts have together; which and how many they are is not said
 */
public record Cell(String code, Kilograms mass, List<Cell> parts, Kilograms rolledUp) {

    public Cell {
        parts = List.copyOf(parts);
    }
}
