package org.jucai.platform.award.solving;

/** What a certificate's multipliers add to the cost of each thing that can be counted, exactly; all times the scale. Throws where a long is too short. */
final class ExactSlopes {

    final long[] bidKg;
    final long[] bidUsed;
    final long[] supplierUsed;
    final long[] lotKg;
    final long[] lotServed;
    private final long[] supplierKg;
    long constant;

    ExactSlopes(Model model, WholeMultipliers multipliers) {
        bidKg = new long[model.bids];
        bidUsed = new long[model.bids];
        supplierUsed = new long[model.suppliers];
        lotKg = multipliers.lot().clone();
        lotServed = new long[model.lots];
        supplierKg = new long[model.suppliers];
        for (int r = 0; r < multipliers.row().length; r++) if (multipliers.row()[r] != 0) add(model.rows.get(r), multipliers.row()[r]);
        for (int b = 0; b < model.bids; b++) {
            long shared = Math.subtractExact(supplierKg[model.supplierOf[b]], multipliers.lot()[model.lotOf[b]]);
            bidKg[b] = Math.addExact(bidKg[b], shared);
        }
    }

    private void add(Row row, long multiplier) {
        constant = Math.subtractExact(constant, Math.multiplyExact(multiplier, row.limit()));
        for (Row.Term term : row.terms()) {
            long slope = Math.multiplyExact(multiplier, term.factor());
            switch (term.of()) {
                case SUPPLIER_USED -> add(supplierUsed, term.index(), slope);
                case BID_USED -> add(bidUsed, term.index(), slope);
                case BID_KG -> add(bidKg, term.index(), slope);
                case SUPPLIER_KG -> add(supplierKg, term.index(), slope);
                case LOT_SERVED -> add(lotServed, term.index(), slope);
                case LOT_KG -> add(lotKg, term.index(), slope);
                case ROUND_KG -> {
                    for (int l = 0; l < lotKg.length; l++) add(lotKg, l, slope);
                }
            }
        }
    }

    private static void add(long[] sums, int at, long more) {
        sums[at] = Math.addExact(sums[at], more);
    }
}
