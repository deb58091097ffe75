package org.jucai.platform.award.solving;

import java.util.function.BooleanSupplier;

/** Counts deterministic work and knows when it is enough: at the limit, or when somebody says stop. */
final class Work {

    private final long limit;
    private final BooleanSupplier stop;
    private long done;
    private boolean stopped;

    Work(long limit, BooleanSupplier stop) {
        this.limit = limit;
        this.stop = stop;
    }

    void add(long more) {
        done += more;
    }

    long done() {
        return done;
    }

    boolean isOver() {
        if (!stopped && done < limit && stop.getAsBoolean()) stopped = true;
        return stopped || done >= limit;
    }

    /** Was it stopped by clock or hand, so that another run may end elsewhere? */
    boolean wasStopped() {
        return stopped;
    }
}
