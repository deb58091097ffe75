package org.jucai.platform.bidding.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * A sample that was sent before offers were due.
 *
 * @param laboratoryId where it was sent to; empty where it went to the association
 * @param code drawn by lot: names it without saying who sent it
 * @param endedAt when it was received or cancelled
 * @param remark what was said at its receipt
 */
public record Sample(UUID id, UUID roundId, UUID associationId, UUID supplierId, Optional<UUID> laboratoryId, UUID lotId, String code,
        SampleStatus status, Parcel parcel, Instant registeredAt, Optional<Instant> endedAt, Optional<String> remark, long version) {

    /** The stream of its events. */
    static final String STREAM = "sample";

    /** How it was sent. */
    public record Parcel(Kilograms mass, String courier, String number, LocalDate sentOn) {}

    Sample ended(SampleStatus next, Optional<String> why, Instant at) {
        return new Sample(id, roundId, associationId, supplierId, laboratoryId, lotId, code, next, parcel, registeredAt, Optional.of(at), why, version + 1);
    }

    /** Whether this party acknowledges it. */
    public boolean isReceivedBy(UUID party) {
        return associationId.equals(party) || laboratoryId.filter(party::equals).isPresent();
    }
}
