package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardResult.Clash;
import org.jucai.platform.award.solving.AwardResult.Status;

/**
 * Explains why no award obeys the rules: rules that cannot all hold, none of them without need, and what each round would cost without one of
 * them. Rules are left out one after another as long as a contradiction can still be proved.
 */
public final class Clashes {

    private static final int FEW = 12;

    private final Engine engine;
    private final long workLimit;

    /** @param workLimit of each of the runs that explaining takes */
    public Clashes(Engine engine, long workLimit) {
        this.engine = engine;
        this.workLimit = workLimit;
    }

    /** What the round costs without a rule; null where there is still no award, or none was found. */
    public record Without(String rule, @Nullable Long objectiveMilliFen, Status status) {}

    /** The same result with the clash it comes from and a certificate that needs the clashing rules only; itself where there is an award. */
    public AwardResult explain(AwardProblem problem, AwardResult result) {
        if (result.status() != Status.INFEASIBLE) return result;
        List<Rule> plain = plain(problem);
        List<Rule> clash = plain == null ? smaller(problem, filtered(problem)) : plain;
        List<String> names = clash.stream().map(Rule::id).toList();
        AwardResult proof = engine.solve(problem.under(clash), workLimit, Engine.Watcher.PATIENT);
        boolean irreducible = proof.status() == Status.INFEASIBLE && clash.stream().allMatch(rule -> hasAward(problem, without(clash, rule)));
        boolean smallest = irreducible && isSmallest(problem, clash.size());
        AwardResult proved = proof.status() == Status.INFEASIBLE ? result.proved(proof.certificate()) : result;
        return proved.with(new Clash(names, irreducible, smallest));
    }

    /** No rule, or a single one without which there is an award, that counting shows to admit none; null where there is none such. */
    private @Nullable List<Rule> plain(AwardProblem problem) {
        if (RootProof.isPlain(problem.under(List.of()))) return List.of();
        for (Rule rule : problem.rules()) {
            if (RootProof.isPlain(problem.under(List.of(rule)))) return hasAward(problem, List.of()) ? List.of(rule) : null;
        }
        return null;
    }

    /** "What would it cost": the round without each of these rules, in the order given. */
    public List<Without> without(AwardProblem problem, List<String> rules) {
        List<Without> costs = new ArrayList<>();
        for (String id : rules) {
            List<Rule> left = problem.rules().stream().filter(rule -> !rule.id().equals(id)).toList();
            AwardResult result = engine.solve(problem.under(left), workLimit, Engine.Watcher.PATIENT);
            costs.add(new Without(id, result.objectiveMilliFen(), result.status()));
        }
        return List.copyOf(costs);
    }

    private List<Rule> filtered(AwardProblem problem) {
        List<Rule> left = problem.rules();
        for (Rule rule : problem.rules()) {
            List<Rule> fewer = without(left, rule);
            if (isContradiction(problem, fewer)) left = fewer;
        }
        return left;
    }

    private static List<Rule> without(List<Rule> rules, Rule one) {
        return rules.stream().filter(rule -> !rule.id().equals(one.id())).toList();
    }

    /** Proved at the root, or else by the search. */
    private boolean isContradiction(AwardProblem problem, List<Rule> rules) {
        AwardProblem fewer = problem.under(rules);
        if (RootProof.contradicts(fewer)) return true;
        return engine.solve(fewer, workLimit, new FirstAward()).status() == Status.INFEASIBLE;
    }

    private boolean hasAward(AwardProblem problem, List<Rule> rules) {
        return engine.solve(problem.under(rules), workLimit, new FirstAward()).objectiveMilliFen() != null;
    }

    /** A single rule or a pair that clashes by itself, where the clash found is larger. */
    private List<Rule> smaller(AwardProblem problem, List<Rule> found) {
        for (int size = 1; size < Math.min(3, found.size()); size++) {
            for (List<Rule> few : subsets(problem.rules(), size)) if (RootProof.contradicts(problem.under(few))) return few;
        }
        return found;
    }

    /** Has every smaller set of rules an award? Tried where that is not too many. */
    private boolean isSmallest(AwardProblem problem, int size) {
        if (size <= 1) return true;
        if (problem.rules().size() > FEW || size > 3) return false;
        return subsets(problem.rules(), size - 1).stream().allMatch(few -> hasAward(problem, few));
    }

    private static List<List<Rule>> subsets(List<Rule> rules, int size) {
        if (rules.size() > 10 * FEW) return List.of();
        List<List<Rule>> sets = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (size == 1) sets.add(List.of(rules.get(i)));
            for (int j = i + 1; size == 2 && rules.size() <= 2 * FEW && j < rules.size(); j++) sets.add(List.of(rules.get(i), rules.get(j)));
        }
        return sets;
    }

    /** Stops as soon as there is an award: which one does not matter. */
    private static final class FirstAward implements Engine.Watcher {
        private boolean found;

        @Override
        public void progress(long bestMilliFen, double boundMilliFen) {
            found = true;
        }

        @Override
        public boolean stop() {
            return found;
        }
    }
}
