package org.jucai.platform.finance.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the books tell the journal. */
sealed interface LedgerEvent {

    String STREAM = "posting";

    /** Something was booked; all that its entries and the closings follow from. */
    record Booked(UUID bankId, UUID keeperId, Occasion occasion, String reference, LocalDate businessOn, List<Line> lines) implements LedgerEvent {
        public Booked {
            lines = List.copyOf(lines);
        }

        static Booked of(Posted posted, Map<Account, UUID> accounts) {
            Posting posting = posted.posting();
            return new Booked(posting.book().bankId(), posting.book().keeperId(), posting.occasion(), posting.reference(), posting.businessOn(),
                    posted.entries().stream().map(entry -> new Line(account(accounts, entry), entry.amountFen())).toList());
        }

        private static UUID account(Map<Account, UUID> accounts, Entry entry) {
            UUID id = accounts.get(entry.account());
            if (id == null) throw new IllegalStateException("accounts are held before they are booked on");
            return id;
        }
    }

    /** @param fen in debit above zero */
    record Line(UUID accountId, long fen) {}
}
