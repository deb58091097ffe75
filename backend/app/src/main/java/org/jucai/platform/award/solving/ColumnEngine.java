package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardResult.Award;
import org.jucai.platform.award.solving.AwardResult.Status;

/**
 * Branch and bound over the suppliers' tiers with the bound of column generation: a column is one way to use one supplier. The tree of the search is the
 * certificate. One thread, no clock, no chance.
 */
public final class ColumnEngine implements Engine {

    @Override
    public String name() {
        return "jucai-columns";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public AwardResult solve(AwardProblem problem, long workLimit, Watcher watcher) {
        if (workLimit < 0 || workLimit > Canonical.GREATEST) throw new IllegalArgumentException("a work limit that no document can state: " + workLimit);
        Model model = new Model(problem);
        Work work = new Work(workLimit, watcher::stop);
        Search search = new Search(model, work, (best, bound) -> watcher.progress(best, bound, work.done()));
        search.run();
        Certificate certificate = new Certificate(model, search.statement(), search.top, search.objective());
        AwardResult.Run run = new AwardResult.Run(name(), version(), work.wasStopped(), workLimit, work.done());
        return result(problem, run, search.best(), certificate);
    }

    private static AwardResult result(AwardProblem problem, AwardResult.Run run, @Nullable Plan plan, Certificate certificate) {
        long bound = certificate.bound();
        if (plan == null) return without(problem, run, certificate);
        long objective = plan.objective();
        Status status = bound >= objective ? Status.OPTIMAL : Status.FEASIBLE;
        Long stated = bound == Long.MIN_VALUE ? null : (Long) Math.min(bound, objective);
        return new AwardResult(problem.sha256(), run, status, objective, stated, awards(plan), failed(plan), null, stated == null ? null : certificate.document());
    }

    private static AwardResult without(AwardProblem problem, AwardResult.Run run, Certificate certificate) {
        boolean none = certificate.bound() == ExactBound.NO_AWARD;
        Long stated = none || Math.abs(certificate.bound()) > Canonical.GREATEST ? null : (Long) certificate.bound();
        return new AwardResult(problem.sha256(), run, none ? Status.INFEASIBLE : Status.UNKNOWN, null, stated, List.of(), List.of(), null,
                none || stated != null ? certificate.document() : null);
    }

    private static List<Award> awards(Plan plan) {
        Model model = plan.model;
        List<Award> awards = new ArrayList<>();
        for (int b = 0; b < model.bids; b++) {
            if (plan.kg[b] == 0) continue;
            int s = model.supplierOf[b];
            int tier = model.tier(s, plan.supplierKg[s]);
            awards.add(new Award(model.problem.lots().get(model.lotOf[b]).id(), model.problem.suppliers().get(s).id(), plan.kg[b], tier, model.cost[b].step(plan.kg[b]),
                    model.cost[b].of(tier, plan.kg[b])));
        }
        awards.sort(Comparator.comparing(Award::lot).thenComparing(Award::supplier));
        return awards;
    }

    private static List<String> failed(Plan plan) {
        List<String> failed = new ArrayList<>();
        for (int l = 0; l < plan.model.lots; l++) if (!plan.model.must[l] && plan.lotKg[l] == 0) failed.add(plan.model.problem.lots().get(l).id());
        return failed;
    }
}
