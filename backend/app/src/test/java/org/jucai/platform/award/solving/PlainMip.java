package org.jucai.platform.award.solving;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;

/**
 * A round in whole tonnes as a general engine gets it: whole tonnes by offer, tier and step, with a choice for each; nothing of our solver but the document. Costs in fen are whole
 * numbers then, a price in fen per tonne times tonnes.
 */
final class PlainMip {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private final AwardProblem problem;
    private final MPSolver solver;
    private final Map<String, List<Part>> ofLot = new HashMap<>();
    private final Map<String, List<Part>> ofSupplier = new HashMap<>();
    private final Map<String, MPVariable> supplierUsed = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<MPVariable> mixed = new ArrayList<>();

    /** Tonnes of an offer in one tier and step. */
    private record Part(String supplier, String lot, MPVariable tonnes, MPVariable chosen) {}

    PlainMip(AwardProblem problem) {
        Loader.loadNativeLibraries();
        this.problem = problem;
        solver = MPSolver.createSolver("SCIP");
        for (Supplier supplier : problem.suppliers()) add(supplier);
        for (Lot lot : problem.lots()) add(lot);
        problem.rules().forEach(this::add);
    }

    private static double tonnes(long kg) {
        return kg / (double) MidRounds.TONNE;
    }

    private MPVariable whole(double most) {
        MPVariable variable = solver.makeIntVar(0, most, "v" + solver.numVariables());
        mixed.add(variable);
        return variable;
    }

    private void add(Supplier supplier) {
        MPVariable used = whole(1);
        supplierUsed.put(supplier.id(), used);
        MPConstraint one = solver.makeConstraint(0, 0);
        one.setCoefficient(used, -1);
        Map<String, List<MPVariable>> choices = new HashMap<>();
        for (int tier = 0; tier < supplier.totalTiersFromKg().size(); tier++) {
            MPVariable chosen = whole(1);
            one.setCoefficient(chosen, 1);
            boolean last = tier + 1 == supplier.totalTiersFromKg().size();
            double end = Math.min(tonnes(supplier.capacityKg()), last ? INFINITE : tonnes(supplier.totalTiersFromKg().get(tier + 1)) - 1);
            MPConstraint least = solver.makeConstraint(0, INFINITE);
            MPConstraint most = solver.makeConstraint(-INFINITE, 0);
            least.setCoefficient(chosen, -Math.max(1, tonnes(supplier.totalTiersFromKg().get(tier))));
            most.setCoefficient(chosen, -end);
            for (Bid bid : supplier.bids()) {
                for (Part part : parts(supplier, bid, tier)) {
                    least.setCoefficient(part.tonnes, 1);
                    most.setCoefficient(part.tonnes, 1);
                    MPConstraint link = solver.makeConstraint(-INFINITE, 0);
                    link.setCoefficient(part.chosen, 1);
                    link.setCoefficient(chosen, -1);
                    choices.computeIfAbsent(bid.lot(), _ -> new ArrayList<>()).add(part.chosen);
                }
            }
        }
        choices.values().forEach(each -> sum(-INFINITE, 1, each));
        supplier.bids().forEach(bid -> trucks(supplier, bid));
        for (List<String> bundle : supplier.bundles()) for (String lot : bundle) same(choices.getOrDefault(bundle.getFirst(), List.of()), choices.getOrDefault(lot, List.of()));
    }

    private void sum(double low, double high, List<MPVariable> variables) {
        MPConstraint sum = solver.makeConstraint(low, high);
        variables.forEach(each -> sum.setCoefficient(each, 1));
    }

    private void same(List<MPVariable> first, List<MPVariable> second) {
        if (first == second) return;
        MPConstraint same = solver.makeConstraint(0, 0);
        first.forEach(each -> same.setCoefficient(each, 1));
        second.forEach(each -> same.setCoefficient(each, -1));
    }

    private List<Part> parts(Supplier supplier, Bid bid, int tier) {
        List<Part> own = new ArrayList<>();
        double paid = 0;
        for (int step = 0; step < bid.steps().size(); step++) {
            long price = bid.steps().get(step).fenPerTonne().get(tier);
            double from = tonnes(bid.steps().get(step).fromKg());
            double next = step + 1 < bid.steps().size() ? tonnes(bid.steps().get(step + 1).fromKg()) : INFINITE;
            Part part = new Part(supplier.id(), bid.lot(), whole(tonnes(bid.capacityKg())), whole(1));
            bounds(part, Math.max(1, Math.max(from, tonnes(bid.minimumKg()))), Math.min(next - 1, tonnes(bid.capacityKg())));
            solver.objective().setCoefficient(part.tonnes, price + bid.freightFenPerTonne());
            if (bid.ladder() == Ladder.INCREMENTAL) solver.objective().setCoefficient(part.chosen, paid - price * from);
            paid += price * (next - from);
            own.add(part);
            parts.add(part);
            ofLot.computeIfAbsent(bid.lot(), _ -> new ArrayList<>()).add(part);
            ofSupplier.computeIfAbsent(supplier.id(), _ -> new ArrayList<>()).add(part);
        }
        return own;
    }

    private void bounds(Part part, double least, double most) {
        MPConstraint low = solver.makeConstraint(0, INFINITE);
        low.setCoefficient(part.tonnes, 1);
        low.setCoefficient(part.chosen, -least);
        MPConstraint high = solver.makeConstraint(-INFINITE, 0);
        high.setCoefficient(part.tonnes, 1);
        high.setCoefficient(part.chosen, -Math.max(0, most));
        if (least > most) part.chosen.setUb(0);
    }

    private void trucks(Supplier supplier, Bid bid) {
        if (bid.truck() == null) return;
        MPVariable loads = whole(1_000);
        solver.objective().setCoefficient(loads, bid.truck().fen());
        MPConstraint enough = solver.makeConstraint(0, INFINITE);
        enough.setCoefficient(loads, tonnes(bid.truck().kg()));
        for (Part part : ofLot.getOrDefault(bid.lot(), List.of())) if (part.supplier.equals(supplier.id())) enough.setCoefficient(part.tonnes, -1);
    }

    private void add(Lot lot) {
        MPVariable served = whole(1);
        if (lot.mustBeServed()) served.setLb(1);
        MPVariable missing = whole(tonnes(lot.targetKg()));
        solver.objective().setCoefficient(missing, lot.outsideFenPerTonne());
        MPConstraint least = solver.makeConstraint(0, INFINITE);
        MPConstraint most = solver.makeConstraint(-INFINITE, 0);
        MPConstraint target = solver.makeConstraint(tonnes(lot.targetKg()), INFINITE);
        least.setCoefficient(served, -tonnes(lot.minimumKg()));
        most.setCoefficient(served, -tonnes(lot.maximumKg()));
        target.setCoefficient(missing, 1);
        for (Part part : ofLot.getOrDefault(lot.id(), List.of())) for (MPConstraint each : List.of(least, most, target)) each.setCoefficient(part.tonnes, 1);
    }

    private void add(Rule rule) {
        switch (rule) {
            case Rule.MaxSuppliers max -> sum(-INFINITE, max.count(), List.copyOf(supplierUsed.values()));
            case Rule.MinSuppliers min -> sum(min.count(), INFINITE, List.copyOf(supplierUsed.values()));
            case Rule.MaxSuppliersPerLot max -> ofLot.values().forEach(own -> sum(-INFINITE, max.count(), own.stream().map(Part::chosen).toList()));
            case Rule.MaxSupplierShare max -> problem.suppliers().forEach(s -> share(part -> (part.supplier.equals(s.id()) ? 10_000 : 0) - max.shareBp()));
            case Rule.MaxGroupShare max -> problem.suppliers().forEach(s -> share(part -> (group(part).equals(s.groupOrSelf()) ? 10_000 : 0) - max.shareBp()));
            case Rule.MinSmallShare min -> share(part -> min.shareBp() - (supplier(part).small() ? 10_000 : 0));
            case Rule.MinSuppliersPerLot _, Rule.ExcludedPair _, Rule.Quality _ -> throw new IllegalArgumentException("not in these rounds");
        }
    }

    private void share(ToDoubleFunction<Part> factor) {
        MPConstraint share = solver.makeConstraint(-INFINITE, 0);
        for (Part part : parts) share.setCoefficient(part.tonnes, factor.applyAsDouble(part));
    }

    private Supplier supplier(Part part) {
        return problem.suppliers().stream().filter(each -> each.id().equals(part.supplier)).findFirst().orElseThrow();
    }

    private String group(Part part) {
        return supplier(part).groupOrSelf();
    }

    /** @param proved nothing is cheaper, by the engine's own word @param fen of what it found, of its whole numbers; meaningless where nothing was found */
    record Answer(boolean found, boolean proved, boolean none, long fen) {}

    Answer solve(int seconds) {
        solver.setTimeLimit(seconds * 1_000L);
        MPSolverParameters exact = new MPSolverParameters();
        exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        solver.objective().setMinimization();
        MPSolver.ResultStatus status = solver.solve(exact);
        boolean found = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        long fen = 0;
        if (found) for (MPVariable each : mixed) fen += Math.round(each.solutionValue()) * Math.round(solver.objective().getCoefficient(each));
        solver.delete();
        return new Answer(found, status == MPSolver.ResultStatus.OPTIMAL, status == MPSolver.ResultStatus.INFEASIBLE, fen);
    }
}
