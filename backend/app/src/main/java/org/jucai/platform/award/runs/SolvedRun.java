package org.jucai.platform.award.runs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A computation that ended with a result, and its documents.
 *
 * @param problem the canonical document that was solved last
 * @param result the canonical document of the award, its claims and their certificate
 */
@SuppressWarnings("ArrayRecordComponent") // documents; nobody compares runs by them
public record SolvedRun(UUID id, UUID roundId, Basis basis, RunStatus status, boolean exploratory, byte[] problem, byte[] result, CheckedFigures figures,
        List<UUID> linesLeft, Instant finishedAt) {

    public SolvedRun {
        linesLeft = List.copyOf(linesLeft);
    }

    /** Whether its award may be proposed: under the official rules, confirmed by the checker, not stopped by hand. */
    public boolean mayBeProposed() {
        return basis == Basis.OFFICIAL && status == RunStatus.SOLVED && !exploratory;
    }
}
