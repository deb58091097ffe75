package org.jucai.platform.finance.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Fen;

/**
 * Something that happened and is to be booked.
 *
 * @param reference of its source, e.g. {@code drawdown/<id>/1}: the same book, occasion and reference are booked once ever; at most 120 characters
 * @param businessOn the day it counts for; not after the day it is booked on
 * @param shares what is booked, each zero or more and not all zero; exactly those shares that the occasion knows may stand here
 * @param words why, for whoever reads the entry; at most 200 characters
 */
public record Posting(Book book, Occasion occasion, String reference, LocalDate businessOn, About about, Map<Share, Fen> shares, Optional<String> words) {

    public Posting {
        shares = Map.copyOf(shares);
    }

    /**
     * What it is about; each account keeps those of these apart that the rules say.
     *
     * @param partyId the customer: depositor, borrower, payer or payee, contributor
     * @param thingId the hold, the drawdown, the bank account
     */
    public record About(UUID partyId, Optional<UUID> productId, Optional<UUID> roundId, Optional<UUID> thingId) {

        public static About party(UUID partyId) {
            return new About(partyId, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
