package org.jucai.platform.rounds.answers;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.membership.PartyName;

/**
 * The members of a round's association by how far they have answered.
 *
 * @param counts of all members, whatever page or state was asked for
 */
public record ChaseList(Page<Entry> page, Map<ChaseState, Integer> counts) {

    public ChaseList {
        counts = Map.copyOf(counts);
    }

    /**
     * One member.
     *
     * @param lineCount its lines that were not withdrawn or rejected
     * @param lastAskedKg target mass of its lines in the association's round before
     */
    public record Entry(PartyName member, ChaseState state, int lineCount, OptionalLong lastAskedKg, Optional<Instant> remindedAt) {}
}
