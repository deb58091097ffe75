package org.jucai.platform.award.solving;

import java.util.Arrays;

/**
 * A primal simplex method for variables with two ends. Each row sums to 0, with a variable of its own that says what the others sum to. What is beyond its ends is dear
 * and so drawn back: a basis serves on after ends and costs have changed. Floating point: what it answers guides.
 */
final class BoundedSimplex {

    private static final double PIVOT = 1e-9;
    private static final double BEYOND = 1e-9;
    private static final double GAIN = 1e-9;
    private static final int REFACTOR = 200;

    private final int rows;
    private final double dear;
    private final BoundedColumns the;
    private final boolean[] atHigh;
    /** Position in the basis, or -1. */
    private final int[] place;
    private final int[] basis;
    private double[][] inverse;
    private final double[] basic;
    private final double[] dual;
    private final double[] alpha;
    private final int[] free;
    private int loose;
    private int sinceRefactor;
    private long work;

    /** @param dear cost of each unit beyond an end */
    BoundedSimplex(int rows, int most, double dear) {
        this.rows = rows;
        this.dear = dear;
        the = new BoundedColumns(rows + most);
        atHigh = new boolean[rows + most];
        place = new int[rows + most];
        Arrays.fill(place, -1);
        free = new int[rows + most];
        basis = new int[rows];
        basic = new double[rows];
        dual = new double[rows];
        alpha = new double[rows];
        inverse = new double[rows][rows];
    }

    /** Begins with a basis of the rows' own variables, the columns added first: each with -1 in its own row. */
    void begin() {
        for (int r = 0; r < rows; r++) {
            basis[r] = r;
            place[r] = r;
        }
        refactor();
    }

    BoundedColumns columns() {
        return the;
    }

    /** Which columns are in the basis and at which end the others are, to come back to. */
    record State(int[] basis, boolean[] atHigh, double[][] inverse) {}

    State state() {
        double[][] copy = new double[rows][];
        for (int r = 0; r < rows; r++) copy[r] = inverse[r].clone();
        return new State(basis.clone(), Arrays.copyOf(atHigh, the.size), copy);
    }

    void become(State state) {
        for (int r = 0; r < rows; r++) place[basis[r]] = -1;
        for (int r = 0; r < rows; r++) {
            basis[r] = state.basis[r];
            place[basis[r]] = r;
            System.arraycopy(state.inverse[r], 0, inverse[r], 0, rows);
        }
        System.arraycopy(state.atHigh, 0, atHigh, 0, the.size);
        work += rows;
    }

    /** Optimises from the present basis; false where the number of steps ran out. */
    boolean solve(int steps) {
        fill();
        int stalled = 0;
        for (int step = 0; step < steps; step++) {
            if (sinceRefactor >= REFACTOR) refactor();
            computeDuals();
            int entering = entering(stalled > rows);
            if (entering < 0) return true;
            computeAlpha(entering);
            double moved = move(entering);
            if (moved == Double.POSITIVE_INFINITY) return false;
            stalled = moved > 1e-12 ? 0 : stalled + 1;
        }
        return false;
    }

    /** The values of the basis from those of the others; which columns can move at all. */
    private void fill() {
        double[] sums = new double[rows];
        loose = 0;
        for (int j = 0; j < the.size; j++) {
            if (the.low[j] < the.high[j]) free[loose++] = j;
            double at = place[j] >= 0 ? 0 : atHigh[j] ? the.high[j] : the.low[j];
            if (at != 0) for (int i = 0; i < the.at[j].length; i++) sums[the.at[j][i]] -= at * the.by[j][i];
        }
        for (int r = 0; r < rows; r++) basic[r] = Inverse.dot(inverse[r], sums);
        work += the.size / 16 + (long) rows * rows / 64;
    }

    private double pull(int r) {
        int j = basis[r];
        return the.cost[j] + (basic[r] < the.low[j] - BEYOND ? -dear : basic[r] > the.high[j] + BEYOND ? dear : 0);
    }

    private void computeDuals() {
        Arrays.fill(dual, 0);
        for (int r = 0; r < rows; r++) {
            double price = pull(r);
            if (price == 0) continue;
            double[] row = inverse[r];
            for (int i = 0; i < rows; i++) dual[i] += price * row[i];
        }
        work += (long) rows * rows / 64;
    }

    private int entering(boolean first) {
        double most = GAIN;
        int best = -1;
        for (int i = 0; i < loose; i++) {
            double gain = gain(free[i]);
            if (gain <= most) continue;
            if (first) return free[i];
            most = gain;
            best = free[i];
        }
        work += loose / 8;
        return best;
    }

    private double gain(int j) {
        if (place[j] >= 0) return 0;
        return atHigh[j] ? the.reduced(j, dual) : -the.reduced(j, dual);
    }

    private void computeAlpha(int j) {
        int[] at = the.at[j];
        double[] by = the.by[j];
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int i = 0; i < at.length; i++) sum += inverse[r][at[i]] * by[i];
            alpha[r] = sum;
        }
    }

    /** How far a basic variable may go; one beyond an end until it is back. */
    private double room(int r, double rate) {
        int j = basis[r];
        if (rate > 0) return basic[r] < the.low[j] - BEYOND ? the.low[j] - basic[r] : basic[r] > the.high[j] + BEYOND ? Double.POSITIVE_INFINITY : Math.max(0, the.high[j] - basic[r]);
        return basic[r] > the.high[j] + BEYOND ? basic[r] - the.high[j] : basic[r] < the.low[j] - BEYOND ? Double.POSITIVE_INFINITY : Math.max(0, basic[r] - the.low[j]);
    }

    /** Moves a variable off its end until something stops it; how far. */
    private double move(int j) {
        double way = atHigh[j] ? -1 : 1;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < rows; r++) if (Math.abs(alpha[r]) > PIVOT) least = Math.min(least, room(r, -way * alpha[r]) / Math.abs(alpha[r]));
        double step = Math.min(least, the.high[j] - the.low[j]);
        if (step == Double.POSITIVE_INFINITY) return step;
        int leaving = the.high[j] - the.low[j] <= least ? -1 : leaving(way, least);
        boolean up = leaving >= 0 && endsHigh(leaving, -way * alpha[leaving]);
        for (int r = 0; r < rows; r++) basic[r] -= way * step * alpha[r];
        if (leaving < 0) atHigh[j] = !atHigh[j];
        else exchange(j, leaving, (atHigh[j] ? the.high[j] : the.low[j]) + way * step, up);
        return step;
    }

    private int leaving(double way, double least) {
        int best = -1;
        for (int r = 0; r < rows; r++) {
            double size = Math.abs(alpha[r]);
            if (size > PIVOT && room(r, -way * alpha[r]) / size <= least + 1e-12 && (best < 0 || size > Math.abs(alpha[best]))) best = r;
        }
        return best;
    }

    private boolean endsHigh(int r, double rate) {
        int j = basis[r];
        return rate > 0 ? basic[r] >= the.low[j] - BEYOND : basic[r] > the.high[j] + BEYOND;
    }

    private void exchange(int entering, int leaving, double at, boolean up) {
        double[] pivotRow = inverse[leaving];
        for (int i = 0; i < rows; i++) pivotRow[i] /= alpha[leaving];
        for (int r = 0; r < rows; r++) if (r != leaving && alpha[r] != 0) Inverse.eliminate(inverse[r], pivotRow, alpha[r]);
        int left = basis[leaving];
        place[left] = -1;
        atHigh[left] = up;
        basis[leaving] = entering;
        place[entering] = leaving;
        basic[leaving] = at;
        sinceRefactor++;
        work += (long) rows * rows / 16;
    }

    private void refactor() {
        double[][] matrix = new double[rows][rows];
        for (int r = 0; r < rows; r++) for (int i = 0; i < the.at[basis[r]].length; i++) matrix[the.at[basis[r]][i]][r] = the.by[basis[r]][i];
        double[][] inverted = Inverse.of(matrix);
        if (inverted != null) inverse = inverted;
        sinceRefactor = 0;
        work += (long) rows * rows * rows / 64;
        fill();
    }

    double dual(int r) {
        return dual[r];
    }

    double valueOf(int j) {
        return place[j] >= 0 ? basic[place[j]] : atHigh[j] ? the.high[j] : the.low[j];
    }

    long takeWork() {
        long done = work;
        work = 0;
        return done;
    }

    /** Without what is beyond. */
    double objective() {
        double sum = 0;
        for (int j = 0; j < the.size; j++) if (the.cost[j] != 0) sum += the.cost[j] * valueOf(j);
        return sum;
    }

    /** By how much all variables are beyond their ends. */
    double beyond() {
        double sum = 0;
        for (int r = 0; r < rows; r++) sum += Math.max(0, Math.max(the.low[basis[r]] - basic[r], basic[r] - the.high[basis[r]]));
        return sum;
    }
}
