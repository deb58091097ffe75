package org.jucai.platform.rounds.pooling;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * A committed demand line, as far as pooling looks at it. No price cap: pooling must not depend on it (law 8).
 *
 * @param acceptedGrades codes of the grades the member takes, first choice first, none twice
 * @param size code of the granulometry
 * @param packing code of the packing
 * @param zone code of the delivery zone
 * @param minimum below this the member takes nothing
 * @param target what the member asks for; the mass that counts towards a viable lot
 * @param maximum most the member takes
 */
public record PoolLine(
        UUID id,
        UUID enterpriseId,
        List<String> acceptedGrades,
        String size,
        String packing,
        String zone,
        Window window,
        Kilograms minimum,
        Kilograms target,
        Kilograms maximum) {

    public PoolLine {
        acceptedGrades = List.copyOf(acceptedGrades);
        if (acceptedGrades.isEmpty()) throw new IllegalArgumentException("line " + id + " accepts no grade");
        if (acceptedGrades.stream().distinct().count() < acceptedGrades.size()) {
            throw new IllegalArgumentException("line " + id + " names a grade twice");
        }
        if (minimum.compareTo(target) > 0 || target.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("line " + id + " breaks minimum ≤ target ≤ maximum");
        }
    }

    public String firstChoice() {
        return acceptedGrades.getFirst();
    }

    /** Place of the grade in the member's order, 0 for the first choice; −1 where it is not accepted. */
    public int rankOf(String grade) {
        return acceptedGrades.indexOf(grade);
    }

    PoolLine accepting(List<String> grades) {
        return new PoolLine(id, enterpriseId, grades, size, packing, zone, window, minimum, target, maximum);
    }

    PoolLine sized(String other) {
        return new PoolLine(id, enterpriseId, acceptedGrades, other, packing, zone, window, minimum, target, maximum);
    }

    PoolLine zoned(String other) {
        return new PoolLine(id, enterpriseId, acceptedGrades, size, packing, other, window, minimum, target, maximum);
    }

    PoolLine arriving(Window other) {
        return new PoolLine(id, enterpriseId, acceptedGrades, size, packing, zone, other, minimum, target, maximum);
    }
}
