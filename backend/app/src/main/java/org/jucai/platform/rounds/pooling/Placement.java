package org.jucai.platform.rounds.pooling;

import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * Where a line went and why.
 *
 * @param lot index of its lot in the grouping
 * @param rank place of the lot's grade in the member's order, 0 for the first choice
 * @param shortBy the mass that the reason speaks of; zero where it speaks of none
 */
public record Placement(UUID lineId, int lot, int rank, Reason reason, Kilograms shortBy) {

    /** Why, in the order in which the reasons are tried. */
    public enum Reason {
        /** Was in a viable lot before the round was opened again, and stays there. */
        KEPT,
        /** Nothing agrees with it; {@code shortBy} is what its lot lacks. */
        ALONE,
        /** All whose first choice it is and whose windows meet would leave the first choice {@code shortBy} below viable. */
        FIRST_CHOICE_TOO_SMALL,
        /** Without this line the lot it went to would be {@code shortBy} below viable. */
        NEEDED_TO_FILL,
        /** Its first choice could stand; the accepted grade makes one lot of two. */
        FEWER_LOTS,
        /** First choice, but apart from a larger lot of the same goods, whose days it cannot meet. */
        WINDOW_DECIDED,
        /** First choice, with all who agree. */
        FIRST_CHOICE
    }
}
