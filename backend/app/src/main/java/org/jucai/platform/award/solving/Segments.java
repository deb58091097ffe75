package org.jucai.platform.award.solving;

import java.util.Arrays;

/** Straight pieces of several offers' envelopes, to be taken in order of slope. */
final class Segments {

    private int size;
    private int[] bid = new int[64];
    private long[] from = new long[64];
    private long[] to = new long[64];
    private double[] used = new double[64];
    private double[] slope = new double[64];
    private double[] taken = new double[64];
    private int[] order = new int[64];

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** @param reach the corners the piece connects @param use what it adds to the use of the offer @param steep its slope with multipliers */
    void add(int offer, Hull.Range reach, double use, double steep) {
        if (size == bid.length) grow();
        bid[size] = offer;
        from[size] = reach.low();
        to[size] = reach.high();
        used[size] = use;
        slope[size] = steep;
        size++;
    }

    private void grow() {
        int more = size * 2;
        bid = Arrays.copyOf(bid, more);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        used = Arrays.copyOf(used, more);
        slope = Arrays.copyOf(slope, more);
        taken = Arrays.copyOf(taken, more);
        order = Arrays.copyOf(order, more);
    }

    private long length(int i) {
        return to[i] - from[i];
    }

    int bid(int i) {
        return bid[i];
    }

    long from(int i) {
        return from[i];
    }

    long to(int i) {
        return to[i];
    }

    double used(int i) {
        return used[i];
    }

    double taken(int i) {
        return taken[i];
    }

    /** Takes at least need and at most room; infinite where the pieces do not reach that far. */
    double take(double need, double room) {
        int below = negativesFirst();
        double sum = 0;
        double value = 0;
        for (int i = 0; i < below; i++) sum += length(order[i]);
        if (sum > room) {
            sort(0, below);
            return fill(0, below, room);
        }
        for (int i = 0; i < below; i++) {
            taken[order[i]] = length(order[i]);
            value += slope[order[i]] * length(order[i]);
        }
        if (sum >= need) return value;
        sort(below, size);
        return value + fill(below, size, need - sum);
    }

    private int negativesFirst() {
        int below = 0;
        int above = size;
        for (int i = 0; i < size; i++) {
            taken[i] = 0;
            if (slope[i] < 0) order[below++] = i;
            else order[--above] = i;
        }
        return below;
    }

    private double fill(int start, int end, double mass) {
        double left = mass;
        double value = 0;
        for (int i = start; i < end && left > 0; i++) {
            double take = Math.min(left, length(order[i]));
            taken[order[i]] = take;
            value += slope[order[i]] * take;
            left -= take;
        }
        return left > 0 ? Double.POSITIVE_INFINITY : value;
    }

    private boolean before(int a, int b) {
        return slope[a] < slope[b] || slope[a] == slope[b] && a < b;
    }

    /** Shell's sort: short lists, no objects. */
    private void sort(int start, int end) {
        int gap = 1;
        while (gap < (end - start) / 3) gap = 3 * gap + 1;
        for (; gap > 0; gap /= 3) {
            for (int i = start + gap; i < end; i++) {
                int moving = order[i];
                int j = i;
                for (; j >= start + gap && before(moving, order[j - gap]); j -= gap) order[j] = order[j - gap];
                order[j] = moving;
            }
        }
    }
}
