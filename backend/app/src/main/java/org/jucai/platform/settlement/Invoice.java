package org.jucai.platform.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice 数电票 as it was recorded.
 *
 * @param number of twenty digits; counts once ever
 * @param reverses the number of the invoice that a red one takes back
 */
public record Invoice(UUID id, String number, UUID statementId, LocalDate issuedOn, List<Amount> lines, Optional<String> reverses, UUID recordedBy, Instant recordedAt) {

    /** At one rate; negative on a red invoice. */
    public record Amount(int rateBp, long netFen, long vatFen) {
        public long grossFen() {
            return netFen + vatFen;
        }
    }

    public Invoice {
        lines = List.copyOf(lines);
    }

    public long grossFen() {
        return lines.stream().mapToLong(Amount::grossFen).sum();
    }
}
