package org.jucai.platform.rounds.lots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;

/**
 * A pooled order 采购包 as it stands.
 *
 * @param minimum sum of the lines' minima; target and maximum likewise
 * @param viable the round's threshold for the grade
 * @param members who has lines in it
 * @param digest SHA-256 over its ordered lines, once frozen
 */
public record PooledLot(
        UUID id,
        UUID roundId,
        UUID associationId,
        String code,
        LotStatus status,
        long version,
        String grade,
        String size,
        String packing,
        String zone,
        DateWindow window,
        int lineCount,
        Set<UUID> members,
        Kilograms minimum,
        Kilograms target,
        Kilograms maximum,
        Kilograms viable,
        Loads loads,
        Optional<String> digest) {

    /** The stream of its events. */
    public static final String STREAM = "lot";

    /**
     * The lot in truck loads.
     *
     * @param partLoads lines' remainders that fill no truck; together {@code partKg}
     * @param trips what the part loads need when they travel together
     */
    public record Loads(long truckKg, long fullTrucks, int partLoads, long partKg, int trips, List<Shared> shared) {
        public Loads {
            shared = List.copyOf(shared);
        }
    }

    /** Part loads that fit one truck. */
    public record Shared(List<UUID> lineIds, long massKg) {
        public Shared {
            lineIds = List.copyOf(lineIds);
        }
    }

    public PooledLot {
        members = Set.copyOf(members);
    }

    public boolean isViable() {
        return target.compareTo(viable) >= 0;
    }

    PooledLot ended(LotStatus next, Optional<String> sealed) {
        return new PooledLot(id, roundId, associationId, code, next, version + 1, grade, size, packing, zone, window, lineCount, members,
                minimum, target, maximum, viable, loads, sealed);
    }
}
