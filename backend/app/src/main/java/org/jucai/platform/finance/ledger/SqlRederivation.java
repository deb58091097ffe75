package org.jucai.platform.finance.ledger;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import org.jucai.platform.finance.nightly.NightlyWork;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One statement, so one moment: what the journal tells, what the entries say, what was kept as closing and as balance. */
@Component
class SqlRederivation {

    private static final int DETAILS = 100;

    private static final String DERIVE = """
            with told as (
                select (line ->> 'accountId')::uuid as account_id, (body ->> 'businessOn')::date as business_on, sum((line ->> 'fen')::bigint) as fen, count(*) as lines
                from event cross join lateral jsonb_array_elements(body -> 'lines') as line where stream = 'posting' group by 1, 2),
            entered as (select account_id, business_on, sum(amount_fen) as fen, count(*) as lines from ledger_entry group by 1, 2),
            stood as (select account_id, business_on, fen, lines, sum(fen) over (partition by account_id order by business_on) as closing from entered),
            days as (
                select coalesce(t.account_id, s.account_id, c.account_id) as account_id, coalesce(t.business_on, s.business_on, c.business_on) as business_on,
                    coalesce(t.fen, 0) as told, coalesce(s.fen, 0) as entered, coalesce(c.moved_fen, 0) as moved, coalesce(s.closing, 0) as derived, coalesce(c.closing_fen, 0) as closing,
                    t.lines is distinct from s.lines or s.account_id is null or c.account_id is null as lost
                from told t full join stood s on s.account_id = t.account_id and s.business_on = t.business_on
                    full join ledger_closing c on c.account_id = coalesce(t.account_id, s.account_id) and c.business_on = coalesce(t.business_on, s.business_on)),
            wrong as (
                select account_id, business_on::text as day, told, entered, moved, derived, closing,
                    greatest(abs(told - entered), abs(entered - moved), abs(derived - closing)) as off
                from days where lost or told <> entered or entered <> moved or derived <> closing
                union all
                select a.id, 'now', 0, 0, 0, coalesce(sum(e.amount_fen), 0), a.balance_fen, abs(coalesce(sum(e.amount_fen), 0) - a.balance_fen)
                from ledger_account a left join ledger_entry e on e.bank_id = a.bank_id and e.account_id = a.id group by a.bank_id, a.id
                having coalesce(sum(e.amount_fen), 0) <> a.balance_fen
                union all
                select e.posting_id, 'posting', 0, sum(e.amount_fen), 0, 0, 0, abs(sum(e.amount_fen)) from ledger_entry e group by e.bank_id, e.posting_id having sum(e.amount_fen) <> 0)
            select (select count(*) from days) as looked, (select count(*) from wrong) as differing, (select coalesce(sum(off), 0)::bigint from wrong) as difference,
                (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (select * from wrong order by account_id, day limit %d) w) as details
            """.formatted(DETAILS);

    private static final TypeReference<List<Map<String, Object>>> FOUND = new TypeReference<>() {};

    private final JsonMapper json;

    SqlRederivation(JsonMapper json) {
        this.json = json;
    }

    Mono<NightlyWork.Outcome> derive(Tx tx) {
        return tx.sql(DERIVE).map(this::outcome).one();
    }

    @SuppressWarnings("NullAway") // reckoned, never null
    private NightlyWork.Outcome outcome(Readable row) {
        List<Map<String, Object>> details = json.readValue(row.get("details", Json.class).asArray(), FOUND);
        return new NightlyWork.Outcome(row.get("looked", Long.class), row.get("differing", Long.class), row.get("difference", Long.class), details);
    }
}
