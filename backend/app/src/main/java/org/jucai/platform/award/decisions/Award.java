package org.jucai.platform.award.decisions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.settling.Settlement;

/**
 * A version of a round's award as it stands. A run that computed it is its COMPUTED state; from the proposal on it has a number.
 *
 * @param number counts the round's versions, from 1
 * @param version counts its events
 * @param sheet what the public notice shows
 */
public record Award(
        UUID roundId,
        int number,
        UUID associationId,
        int call,
        UUID runId,
        Status status,
        long version,
        AwardSheet sheet,
        UUID proposedBy,
        Instant proposedAt,
        Optional<Instant> publicisedAt,
        Optional<Instant> finalAt,
        Optional<Instant> revokedAt,
        Optional<String> revokedBecause) {

    /** Where a version stands. */
    public enum Status { PROPOSED, PUBLICISED, FINAL, REVOKED }

    /** The stream of its events. */
    static final String STREAM = "award";

    /** Who decided: 评审小组 in 询比, 评标委员会 in 招标. */
    public enum By { PANEL, COMMITTEE }

    /** What was decided and why. @param lots reasons of the committee for lots that it decides, not the optimiser */
    public record Decided(By by, String reasons, List<LotReasons> lots) {
        public Decided {
            lots = List.copyOf(lots);
        }
    }

    /** Reasons for one lot. */
    public record LotReasons(UUID lotId, String reasons) {}

    /**
     * What is not made public.
     *
     * @param ranks of offers that did not win, by lot, best first
     * @param comparedMilliFen what was minimised, recomputed by the checker
     */
    public record Inside(Decided decision, Settlement settlement, List<Rank> ranks, @Nullable Long comparedMilliFen) {
        public Inside {
            ranks = List.copyOf(ranks);
        }
    }

    /**
     * An admissible offer that did not win.
     *
     * @param reserve 备选: takes the place of a winner that fails
     * @param comparedFenPerTonne what it is compared at for the lot's mass
     */
    public record Rank(UUID lotId, UUID supplierId, String pseudonym, boolean reserve, long comparedFenPerTonne) {

        private static final UUID UNNAMED = new UUID(0, 0);

        /** As everybody may read it: only a reserve is named. */
        Rank atNotice() {
            return reserve ? this : new Rank(lotId, UNNAMED, pseudonym, false, comparedFenPerTonne);
        }
    }

    static UUID stream(UUID round, int number) {
        return UUID.nameUUIDFromBytes(("award of " + round + ":" + number).getBytes(StandardCharsets.UTF_8));
    }
}
