package org.jucai.platform.award.runs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.rounds.AwardRule;

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
