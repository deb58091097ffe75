package org.jucai.platform.live;

import java.util.UUID;
import org.jucai.platform.journal.Position;

/**
 * One event for one audience, about to be written once and sent to many.
 *
 * @param position where a client that heard it resumes
 * @param step whether it moved the round as a whole, and so is heard under {@code rounds} too
 */
record Frame(Position position, UUID roundId, boolean step, Audience audience, Said said) {

    /** Whether it is the state of a pool, of which only the latest matters. */
    boolean isPool() {
        return said.pool().isPresent();
    }
}
