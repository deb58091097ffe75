package org.jucai.platform.finance.interest;

import java.time.LocalDate;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of how far interest is booked. */
@Component
class SqlInterest {

    private static final String BEGIN = """
            insert into interest_mark (bank_id, thing_id, booked_to, booked_fen) values (:bank, :thing, :before, 0) on conflict (bank_id, thing_id) do nothing
            """;

    /** @param next the first day that is not booked; {@code bookedFen}: up to it, all days together */
    record Mark(LocalDate next, long bookedFen) {}

    /** Held until the transaction ends. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Mark> hold(Tx tx, Accruing.Debt debt) {
        return tx.sql(BEGIN).bind("bank", debt.book().bankId()).bind("thing", debt.thingId()).bind("before", debt.firstOn().minusDays(1)).fetch().rowsUpdated()
                .then(tx.sql("select booked_to, booked_fen from interest_mark where bank_id = :bank and thing_id = :thing for update").bind("bank", debt.book().bankId())
                        .bind("thing", debt.thingId()).map(row -> new Mark(row.get("booked_to", LocalDate.class).plusDays(1), row.get("booked_fen", Long.class))).one());
    }

    Mono<Void> move(Tx tx, Accruing.Debt debt, LocalDate to, long fen) {
        return tx.sql("update interest_mark set booked_to = :to, booked_fen = :fen where bank_id = :bank and thing_id = :thing").bind("to", to).bind("fen", fen)
                .bind("bank", debt.book().bankId()).bind("thing", debt.thingId()).fetch().rowsUpdated().then();
    }

}
