package org.jucai.platform.award.solving;

/** The columns of a programme whose variables have two ends. */
final class BoundedColumns {

    final int[][] at;
    final double[][] by;
    final double[] cost;
    final double[] low;
    final double[] high;
    int size;

    BoundedColumns(int most) {
        at = new int[most][];
        by = new double[most][];
        cost = new double[most];
        low = new double[most];
        high = new double[most];
    }

    /** @return its number; both ends at 0, for nothing */
    int add(Sparse column) {
        at[size] = column.at();
        by[size] = column.values();
        return size++;
    }

    void set(int column, double from, double to, double price) {
        low[column] = from;
        high[column] = Math.max(from, to);
        cost[column] = price;
    }

    double reduced(int j, double[] dual) {
        double sum = cost[j];
        int[] rows = at[j];
        double[] values = by[j];
        for (int i = 0; i < rows.length; i++) sum -= dual[rows[i]] * values[i];
        return sum;
    }
}
