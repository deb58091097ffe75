package org.jucai.platform.rounds.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * What members and the public may know of a pool (law 8). While collecting: one public series of bands per grade. After lock:
 * one fixed hierarchy of cells. Both are the same for every viewer, so that no two views, filters or moments can be
 * subtracted from each other.
 */
public final class PoolDisclosure {

    /** The anonymity that holds unless the round says more. */
    public static final int USUAL_K = 5;

    private static final List<Kilograms> VOLUME_STEPS =
            List.of(Kilograms.tonnes(500), Kilograms.tonnes(1_000), Kilograms.tonnes(3_000), Kilograms.tonnes(10_000));

    private PoolDisclosure() {}

    /**
     * The next step of a grade's public series, or {@code last} itself where none may be made yet. Ask once an hour by the
     * clock, never when a line arrives.
     *
     * @param masses mass of each party in the grade now, each line counted in its first choice
     * @param crowd so many parties besides any one viewer must have changed
     */
    public static PoolStep step(PoolStep last, Map<UUID, Kilograms> masses, Instant now, Crowd crowd) {
        return PoolSteps.next(last, masses, now, crowd);
    }

    /** "At most so much more until the lot is viable", from the published band and the viewer's own mass. */
    public static Distance toViable(Band published, Kilograms viable, Kilograms own) {
        return Distance.to(viable, published, own);
    }

    /** "At most so much more until the next usual volume step"; empty beyond the last. */
    public static Optional<Distance> toNextVolumeStep(Band published, Kilograms own) {
        return nextVolumeStep(Distance.sure(published, own)).map(step -> Distance.to(step, published, own));
    }

    static Optional<Kilograms> nextVolumeStep(Kilograms there) {
        return VOLUME_STEPS.stream().filter(step -> step.compareTo(there) > 0).findFirst();
    }

    /**
     * The cells of a locked round; empty where not even the total may be told.
     *
     * @param crowd so many parties besides any one viewer must be in whatever can be computed
     */
    public static Optional<Cell> cells(Collection<Share> shares, Crowd crowd) {
        return Hierarchy.publish(Node.tree(crowd.together(shares), List.of(), false), crowd.k(), null);
    }

    /**
     * The cells after a fill-the-gap phase. What changed since the first publication must be safe to know as well as what
     * is: cells are told only where they were told before, and only as finely as the changes allow; where not even the
     * change of the total may be known, the first publication stands.
     */
    public static Cell restated(Cell published, Collection<Share> before, Collection<Share> now, Crowd crowd) {
        return Hierarchy.publish(Node.tree(crowd.together(now), crowd.together(before), true), crowd.k(), published).orElse(published);
    }
}
