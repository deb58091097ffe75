package org.jucai.platform.award.solving;

import org.jspecify.annotations.Nullable;

/** Inverts a matrix by Gauss and Jordan, stepping over zeros. */
final class Inverse {

    private Inverse() {}

    /** Destroys what it is given; null where that is singular. */
    static double @Nullable [][] of(double[][] matrix) {
        double[][] unit = new double[matrix.length][matrix.length];
        for (int r = 0; r < matrix.length; r++) unit[r][r] = 1;
        for (int k = 0; k < matrix.length; k++) if (!eliminateColumn(matrix, unit, k)) return null;
        return unit;
    }

    static void eliminate(double[] row, double[] by, double factor) {
        for (int i = 0; i < row.length; i++) row[i] -= factor * by[i];
    }

    private static boolean eliminateColumn(double[][] left, double[][] unit, int k) {
        int best = k;
        for (int r = k + 1; r < left.length; r++) if (Math.abs(left[r][k]) > Math.abs(left[best][k])) best = r;
        if (Math.abs(left[best][k]) < 1e-11) return false;
        swap(left, k, best);
        swap(unit, k, best);
        double pivot = left[k][k];
        for (int i = 0; i < left.length; i++) {
            left[k][i] /= pivot;
            unit[k][i] /= pivot;
        }
        for (int r = 0; r < left.length; r++) {
            double factor = left[r][k];
            if (r == k || factor == 0) continue;
            eliminate(left[r], left[k], factor);
            eliminate(unit[r], unit[k], factor);
        }
        return true;
    }

    private static void swap(double[][] matrix, int a, int b) {
        double[] kept = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = kept;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
