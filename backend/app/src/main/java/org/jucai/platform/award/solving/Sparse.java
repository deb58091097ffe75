package org.jucai.platform.award.solving;

import java.util.Arrays;

/** A column of a programme while it is written: places and values. */
final class Sparse {

    private int[] at;
    private double[] values;
    private int size;

    Sparse(int expected) {
        at = new int[expected];
        values = new double[expected];
    }

    static Sparse one(int place, double value) {
        Sparse one = new Sparse(1);
        one.add(place, value);
        return one;
    }

    void add(int place, double value) {
        if (value == 0) return;
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        at[size] = place;
        values[size++] = value;
    }

    int[] at() {
        return Arrays.copyOf(at, size);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
