package org.jucai.bench;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.HashMap;
import java.util.Map;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;

/**
 * A round without limits as plain HiGHS gets it: tonnes by supplier, tier and lot, a choice of one tier for each supplier, and the strong link between
 * each mass and its tier's choice. One thread, proof to 1e-9.
 */
final class AwardHighs {

    private static final double TONNE = 1_000;
    private final MPSolver solver;
    private final MPObjective objective;
    private final Map<String, MPConstraint> demand = new HashMap<>();
    private final Map<String, Double> tonnes = new HashMap<>();

    /** @param proved optimal by its own word @param yuan what it found */
    record Answer(boolean proved, double yuan) {}

    AwardHighs(AwardProblem problem, int seconds) {
        Loader.loadNativeLibraries();
        solver = MPSolver.createSolver("HIGHS");
        solver.setTimeLimit(seconds * 1_000L);
        objective = solver.objective();
        for (Lot lot : problem.lots()) {
            tonnes.put(lot.id(), lot.targetKg() / TONNE);
            demand.put(lot.id(), solver.makeConstraint(lot.targetKg() / TONNE, lot.targetKg() / TONNE));
        }
        for (Supplier supplier : problem.suppliers()) add(supplier);
    }

    private void add(Supplier supplier) {
        MPConstraint one = solver.makeConstraint(0, 1);
        for (int tier = 0; tier < supplier.totalTiersFromKg().size(); tier++) {
            MPVariable chosen = solver.makeBoolVar("");
            one.setCoefficient(chosen, 1);
            boolean last = tier + 1 == supplier.totalTiersFromKg().size();
            double high = last ? supplier.capacityKg() / TONNE : (supplier.totalTiersFromKg().get(tier + 1) - 1) / TONNE;
            MPConstraint atLeast = solver.makeConstraint(0, MPSolver.infinity());
            MPConstraint atMost = solver.makeConstraint(-MPSolver.infinity(), 0);
            atLeast.setCoefficient(chosen, -supplier.totalTiersFromKg().get(tier) / TONNE);
            atMost.setCoefficient(chosen, -high);
            for (Bid bid : supplier.bids()) add(bid, tier, chosen, new MPConstraint[] {atLeast, atMost});
        }
    }

    private void add(Bid bid, int tier, MPVariable chosen, MPConstraint[] totals) {
        MPVariable mass = solver.makeNumVar(0, tonnes.get(bid.lot()), "");
        objective.setCoefficient(mass, bid.steps().getFirst().fenPerTonne().get(tier) / 100.0);
        demand.get(bid.lot()).setCoefficient(mass, 1);
        for (MPConstraint total : totals) total.setCoefficient(mass, 1);
        MPConstraint link = solver.makeConstraint(-MPSolver.infinity(), 0);
        link.setCoefficient(mass, 1);
        link.setCoefficient(chosen, -tonnes.get(bid.lot()));
    }

    Answer solve() {
        objective.setMinimization();
        solver.setNumThreads(1);
        com.google.ortools.linearsolver.MPSolverParameters exact = new com.google.ortools.linearsolver.MPSolverParameters();
        exact.setDoubleParam(com.google.ortools.linearsolver.MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-9);
        MPSolver.ResultStatus status = solver.solve(exact);
        boolean found = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        return new Answer(status == MPSolver.ResultStatus.OPTIMAL, found ? objective.value() : Double.NaN);
    }
}
