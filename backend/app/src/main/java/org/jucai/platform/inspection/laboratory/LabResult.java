package org.jucai.platform.inspection.laboratory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Measure;

/**
 * A version of what a laboratory found. Once issued it is never changed: a correction is the next version.
 *
 * @param number counts the versions of one sample
 * @param dry the readings on the dry basis
 * @param because why there is another version after an issued one
 * @param said why the verifier sent it back
 */
public record LabResult(UUID id, int number, Status status, List<Reading> readings, Map<Measure, Long> dry, UUID testerId, Instant enteredAt,
        Optional<UUID> verifierId, Optional<Instant> verifiedAt, Optional<Instant> issuedAt, Optional<String> because, Optional<String> said) {

    /** Where a version stands. */
    public enum Status {
        ENTERED, VERIFIED, ISSUED,
        /** To be tested again 复测. */
        SENT_BACK;

        boolean isOpen() {
            return this == ENTERED || this == VERIFIED;
        }
    }

    public LabResult {
        readings = List.copyOf(readings);
        dry = Map.copyOf(dry);
    }

    LabResult verified(UUID by, Instant at) {
        return new LabResult(id, number, Status.VERIFIED, readings, dry, testerId, enteredAt, Optional.of(by), Optional.of(at), issuedAt, because, said);
    }

    LabResult sentBack(UUID by, Instant at, String why) {
        return new LabResult(id, number, Status.SENT_BACK, readings, dry, testerId, enteredAt, Optional.of(by), Optional.of(at), issuedAt, because, Optional.of(why));
    }

    LabResult issued(Instant at) {
        return new LabResult(id, number, Status.ISSUED, readings, dry, testerId, enteredAt, verifierId, verifiedAt, Optional.of(at), because, said);
    }
}
