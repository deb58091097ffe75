package org.jucai.platform.rounds.pooling;

/** Counts steps, so that a search ends at the same place on any machine. */
final class Work {

    private long left;

    Work(long limit) {
        this.left = limit;
    }

    void spend(long steps) {
        left -= steps;
    }

    boolean isLeft() {
        return left > 0;
    }

    /** A part of what is left, for one stage; what the stage leaves is not given back. */
    Work part(int of) {
        long share = Math.max(0, left) / of;
        left -= share;
        return new Work(share);
    }
}
