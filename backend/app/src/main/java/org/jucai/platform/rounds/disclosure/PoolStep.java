package org.jucai.platform.rounds.disclosure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * The last step of a grade's published series. {@code band} and {@code at} are public, the same for everybody;
 * {@code counted} is what the band was made of and leaves the server never.
 *
 * @param counted mass of each party then, each by its own id: who is connected with whom is asked anew at the next step
 */
public record PoolStep(Band band, Instant at, Map<UUID, Kilograms> counted) {

    public PoolStep {
        counted = Map.copyOf(counted);
    }

    /** The series as the round opens. */
    public static PoolStep opening(Instant at) {
        return new PoolStep(Band.NONE, at, Map.of());
    }
}
