package org.jucai.platform.award.checking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of envelopes, taken in order of slope. A slope is {@code whole + rest / kg}. Negative ones are wanted, the others
 * taken only if they must be.
 */
final class Pieces {

    private long[] whole = new long[64];
    private long[] rest = new long[64];
    private long[] kg = new long[64];
    private int[] heap = new int[64];
    private int size;
    private int waiting;

    /** Kilograms of pieces with a negative slope. */
    long negativeKg;

    void clear() {
        size = 0;
        negativeKg = 0;
    }

    void add(long slopeWhole, long slopeRest, long length) {
        if (size == whole.length) grow();
        whole[size] = slopeWhole;
        rest[size] = slopeRest;
        kg[size] = length;
        size++;
        if (slopeWhole < 0) negativeKg += length;
    }

    private void grow() {
        int wider = 2 * size;
        whole = Arrays.copyOf(whole, wider);
        rest = Arrays.copyOf(rest, wider);
        kg = Arrays.copyOf(kg, wider);
        heap = new int[wider];
    }

    /** Adds all pieces with a negative slope. */
    void addNegative(Wide wholes, Wide rests) {
        for (int i = 0; i < size; i++) if (whole[i] < 0) addFull(i, wholes, rests);
    }

    private void addFull(int piece, Wide wholes, Wide rests) {
        wholes.addProduct(whole[piece], kg[piece]);
        rests.add(rest[piece]);
    }

    /** Part of a piece: its rest times taken / kg. */
    record Part(long rest, long taken, long kg) {}

    /**
     * Takes the cheapest of the pieces with (or without) a negative slope, so much of them.
     *
     * @return the part of the piece that is not taken in full, if there is one
     */
    @Nullable Part take(boolean negative, long amount, Wide wholes, Wide rests) {
        waiting = 0;
        for (int i = 0; i < size; i++) if (whole[i] < 0 == negative) heap[waiting++] = i;
        for (int i = waiting / 2 - 1; i >= 0; i--) sink(i);
        long left = amount;
        while (left > 0) {
            int piece = heap[0];
            if (kg[piece] > left) {
                wholes.addProduct(whole[piece], left);
                return new Part(rest[piece], left, kg[piece]);
            }
            addFull(piece, wholes, rests);
            left -= kg[piece];
            heap[0] = heap[--waiting];
            sink(0);
        }
        return null;
    }

    long otherKg() {
        long sum = 0;
        for (int i = 0; i < size; i++) if (whole[i] >= 0) sum += kg[i];
        return sum;
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < waiting) {
            int child = 2 * at + 1;
            if (child + 1 < waiting && before(heap[child + 1], heap[child])) child++;
            if (!before(heap[child], heap[at])) return;
            int moved = heap[at];
            heap[at] = heap[child];
            heap[child] = moved;
            at = child;
        }
    }

    private boolean before(int a, int b) {
        if (whole[a] != whole[b]) return whole[a] < whole[b];
        return Wide.compareProducts(rest[a], kg[b], rest[b], kg[a]) < 0;
    }
}
