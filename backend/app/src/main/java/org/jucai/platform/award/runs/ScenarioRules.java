package org.jucai.platform.award.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.runs.AwardRun.Scenario;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.rounds.AwardRule;

/** What a scenario makes of a round's rules. Pure. */
final class ScenarioRules {

    private ScenarioRules() {}

    /** The rules that hold in the scenario, in the round's order. */
    static Decision<AwardRule> under(List<AwardRule> rules, Scenario scenario) {
        Set<String> known = rules.stream().map(AwardRule::id).collect(Collectors.toSet());
        Set<String> once = new HashSet<>();
        Optional<String> strange = named(scenario).filter(rule -> !known.contains(rule) || !once.add(rule)).findFirst();
        if (strange.isPresent()) return Decision.refuse(RunRefusal.AWARD_RUN_RULE_UNKNOWN, Map.of("rule", strange.get()));
        List<AwardRule> left = new ArrayList<>();
        for (AwardRule rule : rules) {
            if (scenario.leftOut().contains(rule.id())) continue;
            Optional<AwardRule> changed = scenario.of(rule.id()).map(change -> changed(rule, change)).orElse(Optional.of(rule));
            if (changed.isEmpty()) return Decision.refuse(RunRefusal.AWARD_RUN_RULE_HAS_NO_SUCH_BOUND, Map.of("rule", rule.id()));
            left.add(changed.get());
        }
        return new Decision.Accepted<>(left);
    }

    private static Stream<String> named(Scenario scenario) {
        return Stream.concat(scenario.leftOut().stream(), scenario.changed().stream().map(Scenario.Change::rule));
    }

    /** Empty where the rule has no such bound, or none is named. */
    private static Optional<AwardRule> changed(AwardRule rule, Scenario.Change to) {
        boolean quality = to.atLeastPpm() != null || to.atMostPpm() != null;
        return switch (rule) {
            case AwardRule.MaxSuppliers(var id, _) -> count(to).map(count -> new AwardRule.MaxSuppliers(id, count));
            case AwardRule.MinSuppliers(var id, _) -> count(to).map(count -> new AwardRule.MinSuppliers(id, count));
            case AwardRule.MaxSuppliersPerLot(var id, _, var lot) -> count(to).map(count -> new AwardRule.MaxSuppliersPerLot(id, count, lot));
            case AwardRule.MinSuppliersPerLot(var id, _, var lot) -> count(to).map(count -> new AwardRule.MinSuppliersPerLot(id, count, lot));
            case AwardRule.MaxSupplierShare(var id, _, var of) -> share(to).map(share -> new AwardRule.MaxSupplierShare(id, share, of));
            case AwardRule.MaxGroupShare(var id, _, var of) -> share(to).map(share -> new AwardRule.MaxGroupShare(id, share, of));
            case AwardRule.MinSmallShare(var id, _) -> share(to).map(share -> new AwardRule.MinSmallShare(id, share));
            case AwardRule.Quality(var id, var attribute, var least, var most, var lot) when quality && to.count() == null && to.shareBp() == null ->
                    Optional.of(new AwardRule.Quality(id, attribute, or(to.atLeastPpm(), least), or(to.atMostPpm(), most), lot));
            case AwardRule.Quality _, AwardRule.ExcludedPair _, AwardRule.WholeTrucks _ -> Optional.empty();
        };
    }

    private static Optional<Integer> count(Scenario.Change to) {
        return to.shareBp() == null && to.atLeastPpm() == null && to.atMostPpm() == null ? Optional.ofNullable(to.count()) : Optional.empty();
    }

    private static Optional<Integer> share(Scenario.Change to) {
        return to.count() == null && to.atLeastPpm() == null && to.atMostPpm() == null ? Optional.ofNullable(to.shareBp()) : Optional.empty();
    }

    private static OptionalInt or(@Nullable Integer said, OptionalInt stands) {
        return said == null ? stands : OptionalInt.of(said);
    }
}
