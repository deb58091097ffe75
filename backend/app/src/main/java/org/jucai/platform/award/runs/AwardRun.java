package org.jucai.platform.award.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A computation of a round's award as it stands, without its documents.
 *
 * @param call whose offers it compares
 * @param workLimit in the engine's deterministic units
 * @param rulesPriced whether it also says what each rule costs
 * @param exploratory stopped by hand: another run may say otherwise, and it is never proposed
 * @param linesLeft lines that would have paid above their cap; the award is the one without them
 * @param stopAskedAt when somebody said stop
 */
public record AwardRun(
        UUID id,
        UUID roundId,
        UUID associationId,
        int call,
        Basis basis,
        Scenario scenario,
        long workLimit,
        boolean rulesPriced,
        RunStatus status,
        long version,
        boolean exploratory,
        Optional<RunFault> fault,
        Optional<Progress> progress,
        Optional<Outcome> outcome,
        List<UUID> linesLeft,
        UUID askedBy,
        Instant askedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> stopAskedAt) {

    /** The stream of its events. */
    public static final String STREAM = "award-run";

    /** Why a computation came to no end. */
    public enum RunFault {
        /** Begun again and again, and never finished. */
        GIVEN_UP,
        /** Every line left, because each would have paid above its cap. */
        CAPS_LEAVE_NOTHING,
        /** What was made of the round cannot be read as an award's problem. */
        UNREADABLE
    }

    /**
     * How far it is; nobody has checked these figures.
     *
     * @param pass counts the computations: another follows where lines left
     * @param boundMilliFen may still be a little too high
     */
    public record Progress(int pass, long bestMilliFen, long boundMilliFen, long work) {}

    public AwardRun {
        linesLeft = List.copyOf(linesLeft);
    }

    /** Whether it may be asked to stop. */
    public boolean mayBeStopped() {
        return !status.hasEnded() && stopAskedAt.isEmpty();
    }
}
