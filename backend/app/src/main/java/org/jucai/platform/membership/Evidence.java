package org.jucai.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One filed paper.
 *
 * @param expiresOn the last day of its validity in Beijing, or null where it has none (长期)
 * @param documentRef where the paper or its scan is kept
 */
public record Evidence(
        UUID id,
        UUID partyId,
        EvidenceKind kind,
        String number,
        String issuer,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        @Nullable String documentRef,
        Instant recordedAt) {

    /** A paper as it is handed in. */
    public record Paper(
            EvidenceKind kind,
            String number,
            String issuer,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String documentRef) {

        boolean isReversed() {
            return expiresOn != null && expiresOn.isBefore(issuedOn);
        }

        Evidence filed(UUID id, UUID partyId, Instant at) {
            return new Evidence(id, partyId, kind, number, issuer, issuedOn, expiresOn, documentRef, at);
        }
    }

    public boolean isCurrent(LocalDate day) {
        return !day.isBefore(issuedOn) && (expiresOn == null || !day.isAfter(expiresOn));
    }

    /** Valid on the day which that instant is in Beijing. */
    public boolean isCurrentAt(Instant now) {
        return isCurrent(Beijing.day(now));
    }
}
