package org.jucai.platform.award.solving;

/** Where the search starts: the cheapest offers at list price, and what the lots are worth by them. */
final class Opening {

    private static final long TONNE = 1_000;

    private final Model model;
    private final Multipliers multipliers;
    private double sum;

    Opening(Model model) {
        this.model = model;
        multipliers = Multipliers.none(model);
        for (int l = 0; l < model.lots; l++) {
            double worth = worth(l);
            multipliers.lot()[l] = worth;
            sum += worth * Math.max(1, model.lotHigh[l]);
        }
    }

    private double worth(int l) {
        double least = model.outside[l] > 0 ? model.outside[l] : Double.POSITIVE_INFINITY;
        for (int b : model.bidsOfLot[l]) if (model.bidHigh[b] >= model.bidLow[b]) least = Math.min(least, middle(b));
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }

    /** The price of a kilogram in the supplier's middle tier. */
    private double middle(int b) {
        long kg = Math.max(model.bidLow[b], Math.min(model.bidHigh[b], TONNE));
        return (double) model.cost[b].of(model.tiers(model.supplierOf[b]) / 2, kg) / kg;
    }

    Multipliers multipliers() {
        return multipliers;
    }

    double typicalCost() {
        return sum / Math.max(1, model.suppliers);
    }

    /** Each lot from the cheapest at list price, while capacities last; not always allowed. */
    Plan plan() {
        Plan plan = new Plan(model);
        for (int l = 0; l < model.lots; l++) {
            int[] offers = java.util.Arrays.stream(model.bidsOfLot[l]).boxed().sorted(java.util.Comparator.comparingDouble(this::middle)).mapToInt(b -> b).toArray();
            for (int b : offers) {
                int s = model.supplierOf[b];
                long wanted = Math.min(model.lotHigh[l], Math.max(model.lotLow[l], model.down(model.target[l]))) - plan.lotKg[l];
                long mass = Math.min(Math.min(wanted, model.bidHigh[b]), model.supplierHigh[s] - plan.supplierKg[s]);
                if (mass >= model.bidLow[b]) plan.set(b, mass);
            }
        }
        return plan;
    }
}
