package org.jucai.platform.rounds.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A workbook uploaded into a round.
 *
 * @param partyId who uploaded it; nobody else sees it
 * @param ownerId the enterprise whose own demand it is, or empty where the association uploads for its members
 * @param refusal why the whole file was refused, or why entering stopped
 * @param rowsTotal rows found so far
 * @param periodIsPast the round's delivery period lies before the day of the upload
 * @param created lines that confirming made
 * @param refused rows that the round refused at that time
 * @param alreadyThere rows that an earlier confirmation had made lines of
 */
public record DemandImport(
        UUID id,
        UUID roundId,
        UUID associationId,
        UUID partyId,
        Optional<UUID> ownerId,
        String fileName,
        String sha256,
        Status status,
        Optional<String> refusal,
        Map<String, Object> refusalFacts,
        int rowsRead,
        int rowsTotal,
        long version,
        boolean periodIsPast,
        int created,
        int refused,
        int alreadyThere,
        Instant uploadedAt) {

    /** Rows that confirming is through with. */
    public int entered() {
        return created + refused + alreadyThere;
    }

    /** Where an import stands. */
    public enum Status { READING, READY, REFUSED, CONFIRMING, CONFIRMED, DISCARDED }
}
