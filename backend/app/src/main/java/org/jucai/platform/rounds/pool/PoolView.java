package org.jucai.platform.rounds.pool;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.disclosure.Band;
import org.jucai.platform.rounds.disclosure.Cell;
import org.jucai.platform.rounds.disclosure.Distance;

/** The pool as one audience may see it. */
public sealed interface PoolView {

    Round round();

    /** The secretariat's. */
    record Exact(Round round, List<ExactCell> cells) implements PoolView {
        public Exact {
            cells = List.copyOf(cells);
        }
    }

    /** Everybody else's while collecting; {@code own} is the caller's alone. */
    record Banded(Round round, List<GradeBand> grades, Optional<Instant> nextStepNotBefore) implements PoolView {
        public Banded {
            grades = List.copyOf(grades);
        }
    }

    /** Everybody else's after the lock; empty where nothing may be told. */
    record Cells(Round round, Optional<Cell> total, Map<String, Kilograms> own) implements PoolView {
        public Cells {
            own = Map.copyOf(own);
        }
    }

    /**
     * A grade in its band, with what follows from the band and the caller's own lines.
     *
     * @param toViable at most so much more is needed for the least viable mass
     * @param toNextStep the same for the next usual volume step; empty beyond the last
     */
    record GradeBand(
            String grade, Band band, Instant steppedAt, Kilograms own, Distance toViable, Optional<Distance> toNextStep) {}
}
