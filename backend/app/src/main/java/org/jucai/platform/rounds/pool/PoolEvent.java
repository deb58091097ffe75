package org.jucai.platform.rounds.pool;

import java.util.List;

/** What was published of a pool. Carries nothing that was not published: the clock says it, never the arrival of a line. */
public sealed interface PoolEvent {

    /** The stream of these events. */
    String STREAM = "pool";

    /** @param grades whose bands were looked at anew, whether or not they came out different */
    record PoolStepped(List<String> grades) implements PoolEvent {
        public PoolStepped {
            grades = List.copyOf(grades);
        }
    }

    /** The cells of a locked round, or their one restatement. */
    record PoolPublished() implements PoolEvent {}
}
