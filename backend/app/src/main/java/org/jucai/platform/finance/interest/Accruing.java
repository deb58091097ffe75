package org.jucai.platform.finance.interest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.finance.ledger.Book;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Flux;

/** What bears interest, as whoever keeps it knows. Answered in a background transaction. */
public interface Accruing {

    /**
     * A debt that bears interest.
     *
     * @param firstOn its first day; interest is reckoned from there, so what was wrong on a day is put right on the next
     * @param lastOn the last day that bears interest, where it has ended
     */
    record Debt(Book book, UUID partyId, Optional<UUID> productId, Optional<UUID> roundId, UUID thingId, LocalDate firstOn, Optional<LocalDate> lastOn, Accrual accrual) {}

    /** All that bear interest on a day, or whose interest up to it is not booked, in the order of {@code thingId}. @param after the last one seen */
    Flux<Debt> debts(Tx tx, LocalDate on, Optional<UUID> after, int limit);
}
