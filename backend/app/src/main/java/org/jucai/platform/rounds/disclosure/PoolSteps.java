package org.jucai.platform.rounds.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * Decides when a grade's band may step. A step is a new look at the sum, whether or not the band comes out different.
 *
 * <ul>
 *   <li>At least an hour lies between two steps.
 *   <li>At least k + 1 parties, connected ones counted as one, have another mass than at the last step, so at least k besides any one viewer; with one public
 *       series two viewers, moments or filters never differ. Masses are compared, not messages counted: who changes to and
 *       fro has not changed.
 *   <li>Whoever subtracts its own mass from the upper edge of the band keeps a room of {@link #LEAST_ROOM} at least in which
 *       another's mass may lie.
 * </ul>
 * To be asked by a clock, never by the arrival of a line: the moment of a step must not be the moment of a change.
 */
final class PoolSteps {

    static final Duration LEAST_PAUSE = Duration.ofHours(1);

    /** A fifth of the narrowest band. */
    static final Kilograms LEAST_ROOM = Kilograms.tonnes(100);

    private PoolSteps() {}

    static PoolStep next(PoolStep last, Map<UUID, Kilograms> masses, Instant now, Crowd crowd) {
        if (now.isBefore(last.at().plus(LEAST_PAUSE))) return last;
        Map<UUID, Kilograms> present = crowd.together(masses);
        if (changed(crowd.together(last.counted()), present) < crowd.k() + 1) return last;
        Kilograms total = present.values().stream().reduce(Kilograms.ZERO, Kilograms::plus);
        Kilograms largest = present.values().stream().max(Comparator.naturalOrder()).orElse(Kilograms.ZERO);
        Band band = Band.of(total);
        if (band.below().minus(largest).compareTo(LEAST_ROOM) < 0) return last;
        return new PoolStep(band, now, masses);
    }

    private static long changed(Map<UUID, Kilograms> before, Map<UUID, Kilograms> now) {
        Set<UUID> parties = new HashSet<>(before.keySet());
        parties.addAll(now.keySet());
        return parties.stream()
                .filter(party -> !before.getOrDefault(party, Kilograms.ZERO).equals(now.getOrDefault(party, Kilograms.ZERO)))
                .count();
    }
}
