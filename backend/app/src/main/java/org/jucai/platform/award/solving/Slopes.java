package org.jucai.platform.award.solving;

/** What multipliers add to the cost of each thing that can be counted. */
final class Slopes {

    final double[] bidKg;
    final double[] bidUsed;
    final double[] supplierUsed;
    final double[] lotKg;
    final double[] lotServed;
    double constant;

    Slopes(Model model, Multipliers multipliers) {
        bidKg = new double[model.bids];
        bidUsed = new double[model.bids];
        supplierUsed = new double[model.suppliers];
        lotKg = multipliers.lot().clone();
        lotServed = new double[model.lots];
        double[] supplierKg = new double[model.suppliers];
        for (int r = 0; r < multipliers.row().length; r++) {
            if (multipliers.row()[r] != 0) add(model.rows.get(r), multipliers.row()[r], supplierKg);
        }
        for (int b = 0; b < model.bids; b++) bidKg[b] += supplierKg[model.supplierOf[b]] - multipliers.lot()[model.lotOf[b]];
    }

    private void add(Row row, double multiplier, double[] supplierKg) {
        constant -= multiplier * row.limit();
        for (Row.Term term : row.terms()) {
            double slope = multiplier * term.factor();
            switch (term.of()) {
                case SUPPLIER_USED -> supplierUsed[term.index()] += slope;
                case BID_USED -> bidUsed[term.index()] += slope;
                case BID_KG -> bidKg[term.index()] += slope;
                case SUPPLIER_KG -> supplierKg[term.index()] += slope;
                case LOT_SERVED -> lotServed[term.index()] += slope;
                case LOT_KG -> lotKg[term.index()] += slope;
                case ROUND_KG -> {
                    for (int l = 0; l < lotKg.length; l++) lotKg[l] += slope;
                }
            }
        }
    }
}
