package org.jucai.platform.award.solving;

/** Computes awards. Engines are exchangeable: whatever one answers is checked elsewhere, by whoever likes. */
public interface Engine {

    /** As results name it. */
    String name();

    /** Same document, version and work limit: same bytes, unless somebody said stop. */
    String version();

    /** @param workLimit in the engine's own deterministic units, from 0 to 2^53 - 1 so that the document can state it */
    AwardResult solve(AwardProblem problem, long workLimit, Watcher watcher);

    /** Watches a run while it lasts. Called from the thread that solves. */
    interface Watcher {

        /** Somebody who only waits. */
        Watcher PATIENT = new Watcher() {};

        /** A better award or bound, in milli-fen; the bound may still be rounded a little. Not called without an award. */
        default void progress(long bestMilliFen, double boundMilliFen) {}

        /** The same, with the work done so far. */
        default void progress(long bestMilliFen, double boundMilliFen, long work) {
            progress(bestMilliFen, boundMilliFen);
        }

        /** Asked often; from true on the run ends as soon as it can, and is exploratory. */
        default boolean stop() {
            return false;
        }
    }
}
