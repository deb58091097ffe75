package org.jucai.platform.inspection;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Measure;

/** What happened to a batch's inspection; whom the batch concerns reads it, a laboratory never. */
sealed interface InspectionEvent {

    record SamplesDrawn(List<Drawn> samples) implements InspectionEvent {
        public SamplesDrawn {
            samples = List.copyOf(samples);
        }
    }

    /** The one that came unfit is drawn again. */
    record SampleReplaced(Drawn sample) implements InspectionEvent {}

    record TestBegan() implements InspectionEvent {}

    record TestVerified() implements InspectionEvent {}

    record ResultCame(SampleKind kind, Issued result, InspectionStatus next) implements InspectionEvent {}

    record ResultContested(Contest contest, InspectionStatus next) implements InspectionEvent {}

    record UmpireCalled(UUID by) implements InspectionEvent {}

    record ResultFinal(Found.Because because, UUID resultId, Map<Measure, Long> dry) implements InspectionEvent {
        public ResultFinal {
            dry = Map.copyOf(dry);
        }
    }
}
