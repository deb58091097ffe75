package org.jucai.platform.award.runs;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jucai.platform.award.runs.AwardRun.Scenario;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;

/** When an award is computed, and under which rules. Pure. */
final class RunRules {

    /** Offers are open and will not be others. */
    private static final Set<RoundStatus> COMPARABLE = EnumSet.of(RoundStatus.OPENED, RoundStatus.EVALUATED, RoundStatus.PUBLICISED, RoundStatus.AWARDED,
            RoundStatus.EXECUTING, RoundStatus.SETTLED);

    private static final int MOST_AT_ONCE = 20;

    private RunRules() {}

    /** @param unfinished computations of the round that wait or are under way */
    static Decision<AwardRule> ask(Round round, Basis basis, Scenario scenario, int unfinished) {
        boolean state = basis == Basis.OFFICIAL ? round.status() == RoundStatus.EVALUATED : COMPARABLE.contains(round.status());
        if (!state || round.tender().isEmpty()) return Decision.refuse(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status().name()));
        if (basis == Basis.OFFICIAL && !scenario.changesNothing()) return Decision.refuse(RunRefusal.AWARD_RUN_OFFICIAL_KEEPS_ITS_RULES);
        if (unfinished >= MOST_AT_ONCE) return Decision.refuse(RunRefusal.AWARD_RUNS_TOO_MANY, Map.of("limit", MOST_AT_ONCE));
        return ScenarioRules.under(round.tender().map(terms -> terms.rules()).orElse(List.of()), scenario);
    }

    /** What stop does: one that nobody began ends at once, one under way is asked; asked twice changes nothing. */
    static Decision<RunEvent> stop(AwardRun run) {
        if (run.status().hasEnded()) return Decision.refuse(RunRefusal.AWARD_RUN_ENDED);
        return run.stopAskedAt().isPresent() ? Decision.accept() : Decision.accept(new RunEvent.AwardRunStopAsked(run.status()));
    }
}
