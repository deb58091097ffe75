package org.jucai.platform.rounds;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Looks at the rules of an award before they are published: each for itself, and those that no award could ever keep together. Pure. */
final class AwardRules {

    private static final int WHOLE_BP = 10_000;

    private AwardRules() {}

    /** The id of the first rule that cannot stand, if any. */
    static Optional<String> unsound(List<AwardRule> rules) {
        Set<String> ids = new HashSet<>();
        int trucks = 0;
        for (AwardRule rule : rules) {
            if (rule instanceof AwardRule.WholeTrucks) trucks++;
            if (!ids.add(rule.id()) || !isSound(rule) || trucks > 1 || clashes(rule, rules)) return Optional.of(rule.id());
        }
        return Optional.empty();
    }

    private static boolean isSound(AwardRule rule) {
        return switch (rule) {
            case AwardRule.MaxSuppliers(_, var count) -> count >= 1;
            case AwardRule.MinSuppliers(_, var count) -> count >= 1;
            case AwardRule.MaxSuppliersPerLot(_, var count, _) -> count >= 1;
            case AwardRule.MinSuppliersPerLot(_, var count, _) -> count >= 1;
            case AwardRule.MaxSupplierShare(_, var share, _) -> isShare(share);
            case AwardRule.MaxGroupShare(_, var share, _) -> isShare(share);
            case AwardRule.MinSmallShare(_, var share) -> isShare(share);
            case AwardRule.ExcludedPair pair -> !pair.reason().isBlank();
            case AwardRule.Quality(_, _, var atLeast, var atMost, _) -> bounds(atLeast, atMost);
            case AwardRule.WholeTrucks(_, var truck) -> truck.kg() > 0;
        };
    }

    private static boolean isShare(int bp) {
        return bp >= 1 && bp <= WHOLE_BP;
    }

    private static boolean bounds(OptionalInt atLeast, OptionalInt atMost) {
        if (atLeast.isEmpty()) return atMost.isPresent();
        return atMost.isEmpty() || atLeast.getAsInt() <= atMost.getAsInt();
    }

    /** More suppliers at least than at most, whatever is offered. */
    private static boolean clashes(AwardRule rule, List<AwardRule> rules) {
        return switch (rule) {
            case AwardRule.MaxSuppliers(_, var most) -> rules.stream()
                    .anyMatch(other -> other instanceof AwardRule.MinSuppliers(_, var least) && least > most);
            case AwardRule.MaxSuppliersPerLot(_, var most, var lot) -> rules.stream()
                    .anyMatch(other -> other instanceof AwardRule.MinSuppliersPerLot(_, var least, var where) && least > most
                            && (lot.isEmpty() || where.isEmpty() || lot.equals(where)));
            case AwardRule.MinSuppliers _, AwardRule.MinSuppliersPerLot _, AwardRule.MaxSupplierShare _, AwardRule.MaxGroupShare _,
                    AwardRule.MinSmallShare _, AwardRule.ExcludedPair _, AwardRule.Quality _, AwardRule.WholeTrucks _ -> false;
        };
    }
}
