package org.jucai.platform.finance.ledger;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of postings and their entries; added to, never changed. */
@Component
class SqlPostings {

    /** Posting, entries, the day's closing and those of later days, and what stands now: one statement, on accounts that are held. */
    private static final String ADD = """
            with line as (select * from jsonb_to_recordset(:lines::jsonb) as l(line integer, account_id uuid, party_id uuid, fen bigint)),
            moved as (select account_id, party_id, sum(fen)::bigint as fen from line group by account_id, party_id),
            posting as (
                insert into ledger_posting (bank_id, id, keeper_id, occasion, reference, business_on, party_id, product_id, round_id, thing_id, words, reverses_id, rules_version, booked_by, booked_at)
                values (:bank, :id, :keeper, :occasion, :reference, :on, :party, :product, :round, :thing, :words, :reverses, :rules, :by, :at)),
            entries as (
                insert into ledger_entry (bank_id, posting_id, line, keeper_id, account_id, party_id, amount_fen, business_on, booked_at)
                select :bank, :id, line, :keeper, account_id, party_id, fen, :on, :at from line),
            later as (
                update ledger_closing c set closing_fen = c.closing_fen + m.fen from moved m where c.bank_id = :bank and c.account_id = m.account_id and c.business_on > :on),
            day as (
                insert into ledger_closing (bank_id, account_id, business_on, keeper_id, party_id, moved_fen, closing_fen)
                select :bank, m.account_id, :on, :keeper, m.party_id, m.fen, m.fen + coalesce((select c.closing_fen from ledger_closing c
                    where c.bank_id = :bank and c.account_id = m.account_id and c.business_on < :on order by c.business_on desc limit 1), 0) from moved m
                on conflict (bank_id, account_id, business_on) do update
                    set moved_fen = ledger_closing.moved_fen + excluded.moved_fen, closing_fen = ledger_closing.closing_fen + excluded.moved_fen)
            update ledger_account a set balance_fen = a.balance_fen + m.fen from moved m where a.bank_id = :bank and a.id = m.account_id
            """;

    private static final String FOUND = """
            select p.id as posting_id, p.occasion, p.reference, p.business_on, p.party_id as about_id, p.product_id as about_product_id, p.round_id as about_round_id,
                p.thing_id as about_thing_id, p.words, p.reverses_id, p.booked_at, e.line, e.amount_fen, %s
            from ledger_posting p join ledger_entry e on e.bank_id = p.bank_id and e.posting_id = p.id join ledger_account a on a.bank_id = e.bank_id and a.id = e.account_id
            """.formatted(SqlAccounts.COLUMNS);

    private final JsonMapper json;

    SqlPostings(JsonMapper json) {
        this.json = json;
    }

    /** @param accounts held until the transaction ends */
    Mono<Void> add(Asking asking, Posted posted, Map<Account, UUID> accounts, int rules) {
        Posting posting = posted.posting();
        Posting.About about = posting.about();
        return asking.tx().sql(ADD).bind("lines", Json.of(json.writeValueAsBytes(posted.entries().stream().map(entry -> line(entry, accounts)).toList())))
                .bind("bank", posting.book().bankId()).bind("keeper", posting.book().keeperId()).bind("id", posted.id()).bind("occasion", posting.occasion().name())
                .bind("reference", posting.reference()).bind("on", posting.businessOn()).bind("party", about.partyId()).bind("product", maybe(about.productId()))
                .bind("round", maybe(about.roundId())).bind("thing", maybe(about.thingId())).bind("words", Bind.maybe(posting.words().orElse(null), String.class))
                .bind("reverses", maybe(posted.reverses())).bind("rules", rules).bind("by", asking.actor().personId()).bind("at", Bind.at(posted.bookedAt()))
                .fetch().rowsUpdated().then();
    }

    private static Map<String, Object> line(Entry entry, Map<Account, UUID> accounts) {
        return Map.of("line", entry.line(), "account_id", accounts.getOrDefault(entry.account(), new UUID(0, 0)), "party_id", entry.account().partyId(), "fen", entry.amountFen());
    }

    private static Parameter maybe(Optional<UUID> id) {
        return Bind.maybe(id.orElse(null), UUID.class);
    }

    /** What was booked under the same reference. */
    Mono<Posted> find(Tx tx, Posting like) {
        return one(tx.sql(FOUND + " where p.bank_id = :bank and p.keeper_id = :keeper and p.occasion = :occasion and p.reference = :reference order by e.line")
                .bind("bank", like.book().bankId()).bind("keeper", like.book().keeperId()).bind("occasion", like.occasion().name()).bind("reference", like.reference())
                .map(SqlPostings::row).all().collectList());
    }

    /** All of it, for who sees the whole book; others see of it what is theirs. */
    Mono<Posted> find(Tx tx, Book book, UUID id) {
        return one(tx.sql(FOUND + " where p.bank_id = :bank and p.keeper_id = :keeper and p.id = :id order by e.line").bind("bank", book.bankId()).bind("keeper", book.keeperId()).bind("id", id)
                .map(SqlPostings::row).all().collectList());
    }

    private static Mono<Posted> one(Mono<List<Row>> found) {
        return found.filter(rows -> !rows.isEmpty()).map(rows -> {
            Row first = rows.getFirst();
            return new Posted(first.id(), first.posting(), first.bookedAt(), first.reverses(), rows.stream().map(Row::entry).toList());
        });
    }

    /** A line with its posting. */
    record Row(UUID id, Posting posting, Instant bookedAt, Optional<UUID> reverses, UUID accountId, Entry entry) {}

    /** Shares are not kept: the entries say them. */
    @SuppressWarnings("NullAway") // columns declared not null
    static Row row(Readable row) {
        Account account = SqlAccounts.account(row);
        Posting.About about = new Posting.About(row.get("about_id", UUID.class), Optional.ofNullable(row.get("about_product_id", UUID.class)),
                Optional.ofNullable(row.get("about_round_id", UUID.class)), Optional.ofNullable(row.get("about_thing_id", UUID.class)));
        Posting posting = new Posting(account.book(), Occasion.valueOf(row.get("occasion", String.class)), row.get("reference", String.class), row.get("business_on", LocalDate.class), about,
                Map.of(), Optional.ofNullable(row.get("words", String.class)));
        return new Row(row.get("posting_id", UUID.class), posting, row.get("booked_at", Instant.class), Optional.ofNullable(row.get("reverses_id", UUID.class)), SqlAccounts.id(row),
                new Entry(row.get("line", Integer.class), account, row.get("amount_fen", Long.class)));
    }
}
