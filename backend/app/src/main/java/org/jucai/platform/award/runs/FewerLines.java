package org.jucai.platform.award.runs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardProblem.Line;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.award.solving.ProblemWriter;
import org.jucai.platform.award.solving.Rule;

/** A problem without lines that left because they would pay above their cap. Pure. */
final class FewerLines {

    private FewerLines() {}

    /** Lots are again exactly the sums of their lines; one without lines is none, nor are offers for it. Empty where no lot is left. */
    static Optional<AwardProblem> without(AwardProblem problem, Set<String> lines) {
        List<Lot> lots = problem.lots().stream().map(lot -> less(lot, lines)).flatMap(Optional::stream).toList();
        if (lots.isEmpty()) return Optional.empty();
        Set<String> known = lots.stream().map(Lot::id).collect(Collectors.toSet());
        Set<String> names = problem.suppliers().stream().map(Supplier::id).collect(Collectors.toSet());
        List<Supplier> suppliers = problem.suppliers().stream().map(supplier -> within(supplier, known)).toList();
        List<Rule> rules = problem.rules().stream().filter(rule -> RoundProblem.speaksOf(rule, known, names)).toList();
        return Optional.of(ProblemReader.read(ProblemWriter.write(new AwardProblem(problem.round(), problem.gridKg(), lots, suppliers, rules, ""))));
    }

    private static Optional<Lot> less(Lot lot, Set<String> gone) {
        List<Line> left = lot.lines().stream().filter(line -> !gone.contains(line.id())).toList();
        if (left.isEmpty()) return Optional.empty();
        return Optional.of(new Lot(lot.id(), sum(left, Line::minimumKg), sum(left, Line::targetKg), sum(left, Line::maximumKg), lot.mustBeServed(),
                lot.outsideFenPerTonne(), left));
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> mass) {
        return lines.stream().mapToLong(mass).sum();
    }

    private static Supplier within(Supplier supplier, Set<String> lots) {
        Set<String> gone = supplier.bundles().stream().filter(bundle -> !lots.containsAll(bundle)).flatMap(List::stream).collect(Collectors.toSet());
        @Nullable String group = supplier.group();
        return new Supplier(supplier.id(), group, supplier.small(), supplier.minimumKg(), supplier.capacityKg(), supplier.totalTiersFromKg(),
                supplier.bids().stream().filter(bid -> lots.contains(bid.lot()) && !gone.contains(bid.lot())).toList(),
                supplier.bundles().stream().filter(lots::containsAll).toList());
    }
}
