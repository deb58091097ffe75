package org.jucai.platform.award.runs;

import java.util.UUID;
import org.jucai.platform.award.runs.AwardRun.Scenario;

/** What happens to a computation of an award. None of it carries a price of an offer. */
sealed interface RunEvent {

    record AwardRunAsked(UUID roundId, Basis basis, Scenario scenario, long workLimit, String problemSha256) implements RunEvent {}

    /** @param attempt above 1 where whoever computed it before is gone */
    record AwardRunBegun(int attempt) implements RunEvent {}

    /** It found a better award or a better bound; how good stands in the run. */
    record AwardRunProgressed(int pass) implements RunEvent {}

    /** @param in where it stood when somebody said stop */
    record AwardRunStopAsked(RunStatus in) implements RunEvent {}

    record AwardRunEnded(RunStatus status, boolean exploratory, int linesLeft) implements RunEvent {}
}
