package org.jucai.platform.award.solving;

/** The relaxation's answer: averages over the columns that share a supplier. */
final class Mix {

    final Model model;
    final double[] bidKg;
    final double[] bidUsed;
    /** By supplier and tier, how much of the supplier is in it. */
    final double[][] inTier;
    final double[] unused;
    final double[] supplierKg;
    final double[] lotKg;
    final double[] lotServed;

    Mix(Model model) {
        this.model = model;
        bidKg = new double[model.bids];
        bidUsed = new double[model.bids];
        inTier = new double[model.suppliers][];
        for (int s = 0; s < model.suppliers; s++) inTier[s] = new double[model.tiers(s)];
        unused = new double[model.suppliers];
        supplierKg = new double[model.suppliers];
        lotKg = new double[model.lots];
        lotServed = new double[model.lots];
    }

    void add(Column column, double weight) {
        int s = column.supplier();
        if (column.tier() == Column.UNUSED) {
            unused[s] += weight;
            return;
        }
        inTier[s][column.tier()] += weight;
        supplierKg[s] += weight * column.total();
        for (int i = 0; i < column.bid().length; i++) {
            bidKg[column.bid()[i]] += weight * column.kg()[i];
            bidUsed[column.bid()[i]] += weight * column.used()[i];
        }
    }

    void add(LotPoint point, double weight) {
        lotKg[point.lot()] += weight * point.kg();
        if (point.served()) lotServed[point.lot()] += weight;
    }

    /** The tier that has most of a supplier. */
    int mostly(int s) {
        double most = unused[s];
        int tier = Column.UNUSED;
        for (int k = 0; k < inTier[s].length; k++) {
            if (inTier[s][k] <= most) continue;
            most = inTier[s][k];
            tier = k;
        }
        return tier;
    }

    /** Left minus right of a row. */
    double excess(Row row) {
        double sum = -row.limit();
        for (Row.Term term : row.terms()) sum += term.factor() * value(term);
        return sum;
    }

    private double value(Row.Term term) {
        int i = term.index();
        return switch (term.of()) {
            case SUPPLIER_USED -> 1 - unused[i];
            case BID_USED -> bidUsed[i];
            case BID_KG -> bidKg[i];
            case SUPPLIER_KG -> supplierKg[i];
            case LOT_SERVED -> lotServed[i];
            case LOT_KG -> lotKg[i];
            case ROUND_KG -> java.util.Arrays.stream(lotKg).sum();
        };
    }
}
