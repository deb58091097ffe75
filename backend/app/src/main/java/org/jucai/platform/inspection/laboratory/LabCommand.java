package org.jucai.platform.inspection.laboratory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a laboratory's people ask. */
public sealed interface LabCommand {

    /** It came. @param fit whether it can be tested */
    record Arrive(boolean fit, String remark) implements LabCommand {}

    /** @param id of the new version; {@code because}: why it corrects what was issued */
    record Enter(UUID id, List<Reading> readings, Optional<String> because) implements LabCommand {
        public Enter {
            readings = List.copyOf(readings);
        }
    }

    record Verify(UUID id) implements LabCommand {}

    /** 复测: to be tested again. */
    record SendBack(UUID id, String reason) implements LabCommand {}

    record Issue(UUID id) implements LabCommand {}
}
