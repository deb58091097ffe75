package org.jucai.platform.rounds.pooling;

import java.util.Map;
import org.jucai.platform.kernel.Kilograms;

/**
 * What the round says about pooling.
 *
 * @param viable the round's threshold per grade: a lot below it attracts no offers
 * @param workLimit most steps of search, counted (not timed), so that the answer is the same on any machine; shared out
 *     to the blocks by their number of lines
 * @param priority what is weighed first among groupings with the same leftover
 */
public record PoolRules(Map<String, Kilograms> viable, long workLimit, Priority priority) {

    /** Enough for thousands of lines; a second or two of search at most. */
    public static final long USUAL_WORK = 300_000_000;

    private static final long MOST_WORK = 1_000_000_000_000L;

    /** The order of the second and third aim; the first is always the leftover. */
    public enum Priority {
        /** Fewer lots, then better-liked grades: lots are larger, members move to accepted lower choices more often. */
        FEWER_LOTS,
        /** Better-liked grades, then fewer lots: nobody leaves a first choice unless that saves leftover. */
        PREFERENCE
    }

    public PoolRules {
        viable = Map.copyOf(viable);
        if (workLimit < 0 || workLimit > MOST_WORK) {
            throw new IllegalArgumentException("work is between 0 and " + MOST_WORK + ": " + workLimit);
        }
    }

    public static PoolRules usual(Map<String, Kilograms> viable) {
        return new PoolRules(viable, USUAL_WORK, Priority.FEWER_LOTS);
    }

    Kilograms viable(String grade) {
        Kilograms mass = viable.get(grade);
        if (mass == null) throw new IllegalArgumentException("the round names no viable mass for grade " + grade);
        return mass;
    }
}
