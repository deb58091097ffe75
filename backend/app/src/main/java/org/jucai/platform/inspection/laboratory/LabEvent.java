package org.jucai.platform.inspection.laboratory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a sample in its laboratory, which alone reads it. */
sealed interface LabEvent {

    record SampleArrived(String code, String remark) implements LabEvent {}

    record SampleUnfit(String code, String remark) implements LabEvent {}

    record ResultEntered(String code, UUID resultId, int number, @Nullable String because) implements LabEvent {}

    record ResultVerified(String code, UUID resultId) implements LabEvent {}

    record ResultSentBack(String code, UUID resultId, String reason) implements LabEvent {}

    record ResultIssued(String code, UUID resultId, int number) implements LabEvent {}
}
