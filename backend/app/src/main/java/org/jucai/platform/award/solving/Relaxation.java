package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;

/**
 * Bounds what a node of the tree can cost: column generation with duals drawn towards the best found so far, so that they do not swing. What it
 * says of bounds is floating point; {@link ExactBound} states.
 */
final class Relaxation {

    private static final double OWN = 0.6;
    private static final double NOTHING = 1e-13;

    private final Model model;
    private final Envelopes envelopes;
    private final Master master;
    private final Work work;

    Relaxation(Model model, Domain root, double typicalCost, Work work) {
        this.model = model;
        this.work = work;
        envelopes = new Envelopes(model);
        master = new Master(model, root, typicalCost);
    }

    /**
     * @param value no award of the node costs less, nearly
     * @param missing the relaxation has no answer
     * @param settled the relaxation is solved, not only bounded
     */
    record Bound(double value, Multipliers multipliers, boolean missing, boolean settled, Mix mix) {}

    /** @param cutoff at this bound one may stop @param free see {@link Pricer} */
    Bound bound(Domain domain, Multipliers near, double cutoff, boolean free) {
        master.turnTo(domain, free);
        Run run = new Run(domain, free, cutoff);
        run.look(near, near, 0);
        for (int round = 0; round < 400 && run.best < cutoff && !work.isOver(); round++) {
            if (!run.step()) break;
        }
        return run.result();
    }

    /** Better multipliers to begin with, and the columns of the way there. @param aim about what the best award costs */
    Multipliers climb(Domain domain, Multipliers start, double aim) {
        Ascent ascent = new Ascent(domain, envelopes, start, work);
        Multipliers found = ascent.climb(aim);
        for (Column column : ascent.met()) if (master.known().isNew(column)) master.add(column);
        return found;
    }

    /** The multipliers of the programme's last answer, not drawn anywhere. */
    Multipliers own() {
        return master.multipliers();
    }

    /** See {@link Master#makeDearer}. */
    boolean makeDearer() {
        return master.makeDearer();
    }

    /** One node's column generation. */
    private final class Run {
        private final Domain domain;
        private final boolean free;
        private final double cutoff;
        private final Pricer pricer;
        private double best = Double.NEGATIVE_INFINITY;
        private Multipliers center;
        private double own = OWN;
        private boolean settled;
        private double value = Double.POSITIVE_INFINITY;

        Run(Domain domain, boolean free, double cutoff) {
            this.domain = domain;
            this.free = free;
            this.cutoff = cutoff;
            pricer = new Pricer(domain, envelopes, free);
            center = Multipliers.none(model);
        }

        /** Prices at one point, keeps columns that help at another; the number kept. */
        int look(Multipliers at, Multipliers out, double tolerance) {
            Slopes slopes = new Slopes(model, at);
            Slopes outer = new Slopes(model, out);
            double sum = slopes.constant + lots(slopes);
            int before = master.known().columns().size();
            for (int s = 0; s < model.suppliers; s++) sum += supplier(s, slopes, outer, tolerance);
            work.add(pricer.takeWork());
            if (sum > best) {
                best = sum;
                center = at;
            }
            return master.known().columns().size() - before;
        }

        private double supplier(int s, Slopes slopes, Slopes outer, double tolerance) {
            double least = domain.mayBeUnused(s) ? 0 : Double.POSITIVE_INFINITY;
            double known = master.known().least(s, outer, domain, free);
            for (int tier = 0; tier < model.tiers(s); tier++) {
                double price = pricer.price(s, tier, slopes);
                least = Math.min(least, price);
                if (price == Double.POSITIVE_INFINITY) continue;
                Column column = pricer.column(s, tier);
                if (reduced(column, outer) < known - tolerance && master.known().isNew(column)) master.add(column);
            }
            return least;
        }

        private double reduced(Column column, Slopes slopes) {
            return column.reduced(slopes) - (free ? column.cost() : 0);
        }

        private double lots(Slopes slopes) {
            double sum = 0;
            for (int l = 0; l < model.lots; l++) sum += master.known().leastOfLot(l, slopes, domain, free);
            return sum;
        }

        /** False where there is nothing more to do. */
        boolean step() {
            master.solve(2_000);
            work.add(master.takeWork());
            value = master.value();
            if (best >= cutoff || value - best <= NOTHING * Math.abs(value)) return finish();
            Multipliers out = master.multipliers();
            double tolerance = Math.max(1e-13 * Math.abs(value), free ? 1e-12 : 1e-3) / Math.max(1, model.suppliers);
            int kept = look(center.towards(out, own), out, tolerance);
            if (kept == 0 && own > 0) kept = look(out, out, tolerance);
            return kept > 0 || finish();
        }

        private boolean finish() {
            settled = best < cutoff;
            if (!settled) return false;
            return activateBroken();
        }

        private boolean activateBroken() {
            Mix mix = master.mix();
            List<Integer> broken = new ArrayList<>();
            for (int r = 0; r < model.rows.size(); r++) {
                if (!master.matters(r) && mix.excess(model.rows.get(r)) > 1e-6 * master.sizeOf(r)) broken.add(r);
            }
            if (!broken.isEmpty()) master.activate(broken);
            return !broken.isEmpty();
        }

        Bound result() {
            return new Bound(best, center, best < cutoff && master.missing() > 1e-7, settled, master.mix());
        }
    }
}
