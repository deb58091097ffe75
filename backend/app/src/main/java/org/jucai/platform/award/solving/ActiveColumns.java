package org.jucai.platform.award.solving;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The columns that may soon come into a basis: the others are looked at only when none of these helps. */
final class ActiveColumns {

    private int[] kept = {};
    private double[] gains = {};
    private int size;

    int size() {
        return size;
    }

    /** Keeps about so many of the columns that gain most, or lose least. */
    void choose(IntToDoubleFunction gain, int columns, int most) {
        if (gains.length < columns) {
            gains = new double[2 * columns];
            kept = new int[2 * columns];
        }
        for (int j = 0; j < columns; j++) gains[j] = gain.applyAsDouble(j);
        double least = Double.NEGATIVE_INFINITY;
        if (columns > most) {
            double[] sorted = Arrays.copyOf(gains, columns);
            Arrays.sort(sorted);
            least = sorted[columns - most];
        }
        size = 0;
        for (int j = 0; j < columns; j++) if (gains[j] >= least) kept[size++] = j;
    }

    /** The one that gains most and more than this, or -1. */
    int best(IntToDoubleFunction gain, double least) {
        double most = least;
        int best = -1;
        for (int i = 0; i < size; i++) {
            double value = gain.applyAsDouble(kept[i]);
            if (value <= most) continue;
            most = value;
            best = kept[i];
        }
        return best;
    }

    /** Looks at all columns and takes in those that gain; the best of them, or -1. */
    int wake(IntToDoubleFunction gain, double least, int columns) {
        double most = least;
        int best = -1;
        for (int j = 0; j < columns; j++) {
            double value = gain.applyAsDouble(j);
            if (value <= least) continue;
            if (size < kept.length) kept[size++] = j;
            if (value <= most) continue;
            most = value;
            best = j;
        }
        return best;
    }
}
