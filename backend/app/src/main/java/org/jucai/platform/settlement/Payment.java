package org.jucai.platform.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a bank's transfer pays of one statement, as it was recorded by hand.
 *
 * @param amountFen of what the statement comes to, with its sign: a seller that pays pays a negative amount; {@code interestFen}: for being late
 */
public record Payment(UUID id, UUID statementId, Transfer transfer, long amountFen, long interestFen) {

    /**
     * One transfer of a bank, which may pay several statements.
     *
     * @param reference of the payer's bank; counts once ever for who pays
     * @param wholeFen all of it, never negative: what its payments sum to
     */
    public record Transfer(UUID id, UUID payerId, UUID payeeId, String reference, LocalDate paidOn, long wholeFen, UUID recordedBy, Instant recordedAt) {}
}
