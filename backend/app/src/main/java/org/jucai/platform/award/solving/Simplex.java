package org.jucai.platform.award.solving;

import java.util.Arrays;

/**
 * A small revised primal simplex method on equations with variables from 0 up, and a full inverse of the basis: the master programmes of an
 * award have few rows and gain columns all the time. Each row has two artificial columns, dear or counted by the caller.
 * In floating point: what it answers guides the search and is proved, or not, elsewhere.
 */
final class Simplex {

    private static final double PIVOT = 1e-9;
    private static final double GAIN = 1e-11;
    private static final int REFACTOR = 150;

    private final int rows;
    private final double[] right;
    private int columns;
    private int[][] index = new int[256][];
    private double[][] value = new double[256][];
    private double[] cost = new double[256];
    /** Position in the basis, or -1. */
    private int[] place = new int[256];
    private final int[] basis;
    private double[][] inverse;
    private final double[] basic;
    private final double[] dual;
    private final double[] alpha;
    private final ActiveColumns active = new ActiveColumns();
    private int sinceRefactor;
    private long work;

    /** Artificials are columns 2 r and 2 r + 1 of row r, with +1 and -1. */
    Simplex(double[] right, double artificialCost) {
        rows = right.length;
        this.right = right;
        basis = new int[rows];
        basic = new double[rows];
        dual = new double[rows];
        alpha = new double[rows];
        inverse = new double[rows][rows];
        for (int r = 0; r < rows; r++) {
            add(new int[] {r}, new double[] {1}, artificialCost);
            add(new int[] {r}, new double[] {-1}, artificialCost);
        }
        for (int r = 0; r < rows; r++) enterAt(r, right[r] >= 0 ? 2 * r : 2 * r + 1);
        for (int r = 0; r < rows; r++) {
            inverse[r][r] = right[r] >= 0 ? 1 : -1;
            basic[r] = Math.abs(right[r]);
        }
    }

    private void enterAt(int r, int column) {
        basis[r] = column;
        place[column] = r;
    }

    int add(int[] at, double[] values, double price) {
        if (columns == cost.length) grow();
        index[columns] = at;
        value[columns] = values;
        cost[columns] = price;
        place[columns] = -1;
        return columns++;
    }

    private void grow() {
        int more = 2 * columns;
        index = Arrays.copyOf(index, more);
        value = Arrays.copyOf(value, more);
        cost = Arrays.copyOf(cost, more);
        place = Arrays.copyOf(place, more);
    }

    void setCost(int column, double price) {
        cost[column] = price;
    }

    long takeWork() {
        long done = work;
        work = 0;
        return done;
    }

    boolean isBasic(int column) {
        return place[column] >= 0;
    }

    /** Starts from these columns where they can be a basis; a negative number means the row's artificial. */
    void startFrom(int[] wanted) {
        int[] before = basis.clone();
        Arrays.fill(place, 0, columns, -1);
        for (int r = 0; r < rows; r++) enterAt(r, wanted[r]);
        if (refactor() && isFeasible()) return;
        Arrays.fill(place, 0, columns, -1);
        for (int r = 0; r < rows; r++) enterAt(r, before[r]);
        if (!refactor()) throw new IllegalStateException("artificials are a basis");
    }

    private boolean isFeasible() {
        for (double each : basic) if (each < -1e-7) return false;
        return true;
    }

    /** Optimises from the present basis; false where the number of steps ran out. */
    boolean solve(int steps) {
        computeDuals();
        active.choose(this::gain, columns, 2 * rows + 100);
        work += columns;
        int stalled = 0;
        for (int step = 0; step < steps; step++) {
            if (sinceRefactor >= REFACTOR) refactor();
            int entering = entering(stalled > 2 * rows + 50);
            if (entering < 0) return true;
            computeAlpha(entering);
            int leaving = leaving();
            if (leaving < 0) return false;
            stalled = basic[leaving] > 1e-12 ? 0 : stalled + 1;
            pivot(entering, leaving);
        }
        return false;
    }

    private int entering(boolean first) {
        int best = first ? -1 : active.best(this::gain, GAIN);
        work += active.size();
        if (best >= 0) return best;
        work += columns;
        return first ? first() : active.wake(this::gain, GAIN, columns);
    }

    private int first() {
        for (int j = 0; j < columns; j++) if (gain(j) > GAIN) return j;
        return -1;
    }

    private double gain(int j) {
        return place[j] >= 0 ? 0 : -reduced(j);
    }

    double reduced(int j) {
        double sum = cost[j];
        int[] at = index[j];
        double[] by = value[j];
        for (int i = 0; i < at.length; i++) sum -= dual[at[i]] * by[i];
        return sum;
    }

    private void computeAlpha(int j) {
        int[] at = index[j];
        double[] by = value[j];
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            double[] row = inverse[r];
            for (int i = 0; i < at.length; i++) sum += row[at[i]] * by[i];
            alpha[r] = sum;
        }
        work += rows;
    }

    private int leaving() {
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < rows; r++) if (alpha[r] > PIVOT) least = Math.min(least, Math.max(0, basic[r]) / alpha[r]);
        int best = -1;
        for (int r = 0; r < rows; r++) {
            if (alpha[r] > PIVOT && Math.max(0, basic[r]) / alpha[r] <= least + 1e-12 && (best < 0 || alpha[r] > alpha[best])) best = r;
        }
        return best;
    }

    private void pivot(int entering, int leaving) {
        double reduced = reduced(entering);
        double step = Math.max(0, basic[leaving]) / alpha[leaving];
        double[] pivotRow = inverse[leaving];
        for (int i = 0; i < rows; i++) pivotRow[i] /= alpha[leaving];
        for (int r = 0; r < rows; r++) {
            if (r == leaving || alpha[r] == 0) continue;
            basic[r] = Math.max(0, basic[r] - step * alpha[r]);
            Inverse.eliminate(inverse[r], pivotRow, alpha[r]);
        }
        basic[leaving] = step;
        for (int i = 0; i < rows; i++) dual[i] += reduced * pivotRow[i];
        place[basis[leaving]] = -1;
        enterAt(leaving, entering);
        sinceRefactor++;
        work += (long) rows * rows / 16;
    }

    /** Inverts the basis anew, so that rounding does not add up; false where it is singular. */
    boolean refactor() {
        double[][] matrix = new double[rows][rows];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < index[basis[r]].length; i++) matrix[index[basis[r]][i]][r] = value[basis[r]][i];
        }
        double[][] inverted = Inverse.of(matrix);
        if (inverted == null) return false;
        inverse = inverted;
        work += (long) rows * rows * rows / 64;
        sinceRefactor = 0;
        for (int r = 0; r < rows; r++) basic[r] = Inverse.dot(inverse[r], right);
        computeDuals();
        return true;
    }

    private void computeDuals() {
        Arrays.fill(dual, 0);
        for (int r = 0; r < rows; r++) {
            double price = cost[basis[r]];
            if (price == 0) continue;
            for (int i = 0; i < rows; i++) dual[i] += price * inverse[r][i];
        }
    }

    double dual(int r) {
        return dual[r];
    }

    int basisAt(int r) {
        return basis[r];
    }

    double valueOf(int column) {
        return place[column] < 0 ? 0 : Math.max(0, basic[place[column]]);
    }

    double objective() {
        double sum = 0;
        for (int r = 0; r < rows; r++) sum += cost[basis[r]] * basic[r];
        return sum;
    }
}
