package org.jucai.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for another process to reach a state that it does not announce. */
final class Patience {

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000L;

    private Patience() {}

    static boolean until(Duration atMost, BooleanSupplier reached) {
        long start = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - start > atMost.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }
}
