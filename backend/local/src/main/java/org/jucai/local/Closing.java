package org.jucai.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, last first, once; what is started while stopping is stopped at once, so that nothing stays behind. */
final class Closing {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean closed;

    void last(Runnable step) {
        synchronized (this) {
            if (!closed) {
                steps.push(step);
                return;
            }
        }
        step.run();
    }

    void close() {
        while (true) {
            Runnable step;
            synchronized (this) {
                closed = true;
                if (steps.isEmpty()) {
                    return;
                }
                step = steps.pop();
            }
            step.run();
        }
    }

    synchronized boolean hasBegun() {
        return closed;
    }
}
