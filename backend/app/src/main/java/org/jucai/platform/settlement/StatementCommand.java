package org.jucai.platform.settlement;

import java.util.UUID;

/** What a side, or the clock, wants of a statement. */
sealed interface StatementCommand {

    record Agree(UUID by) implements StatementCommand {}

    /** The contract's days are over. */
    record Silence() implements StatementCommand {}

    record Challenge(UUID by, String grounds, long fen) implements StatementCommand {}

    /** @param agreedFen besides the lines; 0 where they stand as they were drawn */
    record Resolve(UUID by, long agreedFen, String words) implements StatementCommand {}
}
