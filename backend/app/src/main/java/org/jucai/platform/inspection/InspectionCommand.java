package org.jucai.platform.inspection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is asked of a batch's inspection, and what is seen of its laboratories. Who may ask is decided before. */
public sealed interface InspectionCommand {

    record Draw(List<Drawn> samples) implements InspectionCommand {
        public Draw {
            samples = List.copyOf(samples);
        }
    }

    /** One that came unfit, drawn again. */
    record Replace(Drawn sample) implements InspectionCommand {}

    /** How far a laboratory is with one of the samples. @param issued its newest issued version */
    record Observe(SampleKind kind, Stage stage, Optional<Issued> issued) implements InspectionCommand {}

    record ContestResult(UUID resultId, UUID by, String grounds, boolean retest) implements InspectionCommand {}

    record CallUmpire(UUID by) implements InspectionCommand {}

    /** Time passed. */
    record Conclude() implements InspectionCommand {}

    /** What is seen of a sample in its laboratory. */
    enum Stage { SENT, ARRIVED, VERIFIED, ISSUED, UNFIT }
}
