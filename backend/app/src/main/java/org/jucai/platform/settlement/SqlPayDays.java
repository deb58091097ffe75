package org.jucai.platform.settlement;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which pay-days were told of. */
@Component
class SqlPayDays {

    private static final String UNTOLD = """
            select s.id, s.next_due_on from statement s
            where s.period <> 'REVERSAL' and s.outstanding_fen <> 0 and s.next_due_on <= :until
              and not exists (select 1 from statement_day_told t
                              where t.statement_id = s.id and t.due_on = s.next_due_on and t.what = case when s.next_due_on < :today then 'LATE' else 'NEAR' end)
            order by s.next_due_on, s.id limit :limit
            """;

    private static final String TOLD = "insert into statement_day_told (statement_id, due_on, what) values (:statement, :due, :what) on conflict do nothing";

    /** Of which statement, and which day. */
    record Day(UUID statementId, LocalDate dueOn) {}

    /** Days up to one that nobody was told of yet; those that are past, as past. */
    Mono<List<Day>> untold(Tx tx, LocalDate today, LocalDate until, int limit) {
        return tx.sql(UNTOLD).bind("today", today).bind("until", until).bind("limit", limit).map(SqlPayDays::day).all().collectList();
    }

    /** False where somebody was first. */
    Mono<Boolean> told(Tx tx, Day day, boolean late) {
        return tx.sql(TOLD).bind("statement", day.statementId()).bind("due", day.dueOn()).bind("what", late ? "LATE" : "NEAR").fetch().rowsUpdated().map(rows -> rows == 1);
    }

    @SuppressWarnings("NullAway") // columns declared not null, and asked for with a day
    private static Day day(Readable row) {
        return new Day(row.get("id", UUID.class), row.get("next_due_on", LocalDate.class));
    }
}
