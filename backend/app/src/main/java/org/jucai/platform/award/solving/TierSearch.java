package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes awards by deciding suppliers' tiers: from a first guess one tier, or two of different suppliers, are decided anew as long as the programme that is left costs less.
 * Multipliers of the present answer say which changes cannot pay and are not tried.
 */
final class TierSearch {

    private static final int TRIES = 30;
    private static final int NEAR = 60;
    private static final int STEPS = 4_000;

    private final Model model;
    private final Domain root;
    private final Work work;
    private final double typical;
    private final SupplierCount count;
    private final Envelopes envelopes;
    private final TreeSet<Integer> rules = new TreeSet<>();
    private final Consumer<Plan> found;
    private TierProgramme programme;
    private double value = Double.POSITIVE_INFINITY;

    TierSearch(Domain root, double typical, Work work, Consumer<Plan> found) {
        this.model = root.model;
        this.root = root;
        this.typical = typical;
        this.work = work;
        this.found = found;
        count = new SupplierCount(model);
        envelopes = new Envelopes(model);
        programme = new TierProgramme(root, List.of(), typical, work);
    }

    /** A decision for one supplier. @param least by how much the programme's value changes at least */
    private record Change(int supplier, int tier, double least) {}

    /** From nothing: what each supplier would get if thresholds did not matter. */
    void construct() {
        for (int s = 0; s < model.suppliers; s++) programme.decide(s, model.tiers(s) / 2, true);
        for (int pass = 0; pass < 3; pass++) {
            programme.solve(STEPS);
            double[] total = programme.mix().supplierKg;
            count.drop(total, pass == 2 ? 0 : 4 >> pass);
            for (int s = 0; s < model.suppliers; s++) programme.decide(s, total[s] <= 0 && pass > 0 ? Column.UNUSED : model.tier(s, Math.round(total[s])), pass < 2);
        }
        settle();
    }

    /** From a relaxed answer: of each supplier the tier that has most of it. */
    void from(Mix mix) {
        double[] total = new double[model.suppliers];
        int[] most = new int[model.suppliers];
        for (int s = 0; s < model.suppliers; s++) {
            most[s] = mix.mostly(s);
            total[s] = most[s] == Column.UNUSED ? 0 : mix.supplierKg[s];
        }
        count.drop(total, 0);
        for (int s = 0; s < model.suppliers; s++) programme.decide(s, total[s] == 0 ? Column.UNUSED : most[s], false);
        settle();
    }

    private void settle() {
        solve();
        mend();
        improve();
        mend();
    }

    /** Decides part of an award anew: the lots of two suppliers, or of one, and tiers. */
    void around(Plan award, int supplier, int other, long objective) {
        boolean[] free = new boolean[model.lots];
        release(award, supplier, free);
        release(award, other, free);
        Domain kept = root.keeping(award, l -> free[l]);
        if (kept.isEmpty()) return;
        programme.turnTo(kept);
        for (int s = 0; s < model.suppliers; s++) {
            int tier = award.supplierKg[s] == 0 ? Column.UNUSED : model.tier(s, award.supplierKg[s]);
            if (programme.tier[s] != tier) programme.decide(s, tier, false);
        }
        solve();
        improve();
        if (value < objective - 1) mend();
        programme.turnTo(root);
    }

    private void release(Plan award, int s, boolean[] free) {
        boolean unused = award.supplierKg[s] == 0;
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) free[model.lotOf[b]] |= unused || award.kg[b] > 0;
    }

    private void solve() {
        value = programme.solve(STEPS);
        List<Integer> broken = programme.broken(programme.mix());
        while (!broken.isEmpty()) {
            rules.addAll(broken);
            TierProgramme fewer = programme;
            programme = new TierProgramme(root, List.copyOf(rules), typical, work);
            programme.turnTo(fewer.domain());
            for (int s = 0; s < model.suppliers; s++) programme.decide(s, fewer.tier[s], false);
            value = programme.solve(STEPS);
            broken = programme.broken(programme.mix());
        }
    }

    private void improve() {
        boolean better = true;
        while (better && !work.isOver()) better = improveOnce();
    }

    private boolean improveOnce() {
        List<Change> changes = changes();
        int tries = 0;
        for (Change change : changes) {
            if (change.least() < -1 && tries++ < TRIES && count.allows(programme.tier, change.supplier(), change.tier()) && pays(List.of(change))) return true;
        }
        List<List<Change>> pairs = pairs(changes.subList(0, Math.min(NEAR, changes.size())));
        for (List<Change> pair : pairs.subList(0, Math.min(3 * TRIES, pairs.size()))) if (pays(pair)) return true;
        return false;
    }

    private static List<List<Change>> pairs(List<Change> near) {
        List<List<Change>> pairs = new ArrayList<>();
        for (Change first : near) {
            for (Change second : near) if (first.supplier() < second.supplier() && first.least() + second.least() < -1) pairs.add(List.of(first, second));
        }
        pairs.sort(Comparator.comparingDouble(pair -> pair.getFirst().least() + pair.getLast().least()));
        return pairs;
    }

    private List<Change> changes() {
        Slopes slopes = new Slopes(model, programme.multipliers());
        Pricer pricer = new Pricer(programme.domain(), envelopes, false);
        List<Change> changes = new ArrayList<>();
        for (int s = 0; s < model.suppliers; s++) {
            int tier = programme.tier[s];
            double now = tier == Column.UNUSED ? 0 : pricer.price(s, tier, slopes);
            if (tier != Column.UNUSED && programme.domain().mayBeUnused(s)) changes.add(new Change(s, Column.UNUSED, -now));
            for (int k = 0; k < model.tiers(s); k++) {
                double price = k == tier ? Double.POSITIVE_INFINITY : pricer.price(s, k, slopes);
                if (price < Double.POSITIVE_INFINITY) changes.add(new Change(s, k, price - now));
            }
        }
        work.add(pricer.takeWork());
        changes.sort(Comparator.comparingDouble(Change::least));
        return changes;
    }

    private boolean pays(List<Change> changes) {
        BoundedSimplex.State before = programme.simplex().state();
        int[] tiers = changes.stream().mapToInt(change -> programme.tier[change.supplier()]).toArray();
        for (Change change : changes) programme.decide(change.supplier(), change.tier(), false);
        if (count.holds(programme.tier)) {
            double now = programme.solve(STEPS);
            if (now < value - 1 && programme.broken(programme.mix()).isEmpty()) {
                value = now;
                return true;
            }
        }
        for (int i = 0; i < tiers.length; i++) programme.decide(changes.get(i).supplier(), tiers[i], false);
        programme.simplex().become(before);
        programme.solve(STEPS);
        return false;
    }

    private void mend() {
        Domain domain = programme.domain();
        BoundedSimplex.State before = programme.simplex().state();
        Plan plan = new Mending(programme).plan();
        if (plan != null) found.accept(plan);
        programme.turnTo(domain);
        programme.simplex().become(before);
        programme.solve(STEPS);
    }
}
