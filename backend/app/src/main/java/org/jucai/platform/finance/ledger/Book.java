package org.jucai.platform.finance.ledger;

import java.util.UUID;

/**
 * One set of books: every posting stays within one, so each book sums to zero by itself, and whoever keeps it or is its bank sees all of it.
 *
 * @param bankId where the money lies, or who lends
 * @param keeperId who keeps it: the bank itself for what it lends, the finance group for the supervised account, the trustee for the fund
 */
public record Book(UUID bankId, UUID keeperId) {

    /** What a bank lends on its own account. */
    public static Book ofLender(UUID bankId) {
        return new Book(bankId, bankId);
    }
}
