package org.jucai.platform.award.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.checking.CheckReport;
import org.jucai.platform.rounds.AwardRule;

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

    /**
     * "What would it cost": the round's own rules, some left out, some with other bounds. No rule is added, so none that favours a place of
     * registration (law 9).
     *
     * @param leftOut ids of rules that do not hold
     * @param changed rules with other bounds
     * @param everyLotServed whether no lot may fail: where that cannot be, the rules in its way are named
     */
    public record Scenario(List<String> leftOut, List<Change> changed, boolean everyLotServed) {

        /** The round's rules as they are. */
        public static final Scenario NONE = new Scenario(List.of(), List.of(), false);

        /** Other bounds for a rule; each only where the rule has such a bound. Shares in hundredths of a per cent. */
        public record Change(String rule, @Nullable Integer count, @Nullable Integer shareBp, @Nullable Integer atLeastPpm, @Nullable Integer atMostPpm) {}

        public Scenario {
            leftOut = List.copyOf(leftOut);
            changed = List.copyOf(changed);
        }

        /** The rules that hold in it, of those that the round was tendered under. */
        public List<AwardRule> under(List<AwardRule> rules) {
            return ScenarioRules.under(rules, this).orElseRefuse();
        }

        boolean changesNothing() {
            return leftOut.isEmpty() && changed.isEmpty() && !everyLotServed;
        }

        Optional<Change> of(String rule) {
            return changed.stream().filter(change -> change.rule().equals(rule)).findFirst();
        }
    }

    /**
     * What came of a computation, as the checker sees it.
     *
     * @param work done, in the engine's units
     * @param prices of each rule, where they were asked for; of the clashing ones where no award obeys the rules
     */
    public record Outcome(String problemSha256, String engine, String engineVersion, long work, CheckReport report, @Nullable Clash clash, List<RulePrice> prices) {

        /** Rules that cannot all hold, as the engine says; whether it is proved the checker's report says. */
        public record Clash(List<String> rules, boolean irreducible, boolean smallest) {
            public Clash {
                rules = List.copyOf(rules);
            }
        }

        /**
         * The round without one rule.
         *
         * @param status of that computation
         * @param objectiveMilliFen what it costs then, as the checker recounts it; null where no award was found
         * @param boundMilliFen what it costs at least then
         */
        public record RulePrice(String rule, String status, @Nullable Long objectiveMilliFen, @Nullable Long boundMilliFen) {}

        public Outcome {
            prices = List.copyOf(prices);
        }
    }

    public AwardRun {
        linesLeft = List.copyOf(linesLeft);
    }

    /** Whether it may be asked to stop. */
    public boolean mayBeStopped() {
        return !status.hasEnded() && stopAskedAt.isEmpty();
    }
}
