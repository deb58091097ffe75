package org.jucai.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An 亩均 grade as an authority issued it; recorded, never computed here. */
public record ProductivityGrade(UUID id, UUID enterpriseId, Issued issued, Instant recordedAt) {

    /** The four letters. */
    public enum Letter { A, B, C, D }

    /**
     * What the document says.
     *
     * @param year the year that was graded
     * @param documentRef number of the document
     */
    public record Issued(
            Letter grade, int year, String issuer, String documentRef, LocalDate validFromOn, LocalDate validToOn) {

        boolean isReversed() {
            return validToOn.isBefore(validFromOn);
        }
    }
}
