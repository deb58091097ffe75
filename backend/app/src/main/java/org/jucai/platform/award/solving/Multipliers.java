package org.jucai.platform.award.solving;

/** Multipliers of the lots and of the rules' inequalities, in milli-fen; to guide the search, not to state anything. */
record Multipliers(double[] lot, double[] row) {

    static Multipliers none(Model model) {
        return new Multipliers(new double[model.lots], new double[model.rows.size()]);
    }

    Multipliers copy() {
        return new Multipliers(lot.clone(), row.clone());
    }

    /** The point between this and another: all of the other at 0. */
    Multipliers towards(Multipliers other, double ownShare) {
        Multipliers mixed = copy();
        for (int l = 0; l < lot.length; l++) mixed.lot[l] = ownShare * lot[l] + (1 - ownShare) * other.lot[l];
        for (int r = 0; r < row.length; r++) mixed.row[r] = ownShare * row[r] + (1 - ownShare) * other.row[r];
        return mixed;
    }
}
