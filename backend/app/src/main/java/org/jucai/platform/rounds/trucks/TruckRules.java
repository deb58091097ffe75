package org.jucai.platform.rounds.trucks;

import java.util.Set;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a truck can do.
 *
 * @param capacity payload of one truck
 * @param mixable packings whose goods may share a truck with other grades and sizes (big bags keep apart what loose goods
 *     would mix); loose goods share only with the same grade and size
 * @param workLimit most steps of search per group of part loads, counted, not timed
 */
public record TruckRules(Kilograms capacity, Set<String> mixable, long workLimit) {

    /** A six-axle truck of 49 t gross (GB 1589) carries 31 to 33 t; trade counts 32. */
    public static final Kilograms USUAL_CAPACITY = Kilograms.tonnes(32);

    private static final long USUAL_WORK = 2_000_000;

    public TruckRules {
        mixable = Set.copyOf(mixable);
        if (capacity.kg() == 0) throw new IllegalArgumentException("a truck carries something");
        if (workLimit < 0) throw new IllegalArgumentException("work is not negative: " + workLimit);
    }

    public static TruckRules usual(Set<String> mixable) {
        return new TruckRules(USUAL_CAPACITY, mixable, USUAL_WORK);
    }
}
