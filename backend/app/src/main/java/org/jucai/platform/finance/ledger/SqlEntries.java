package org.jucai.platform.finance.ledger;

import java.util.Optional;
import java.util.UUID;
import java.time.LocalDate;
import io.r2dbc.spi.Parameter;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of entries, for who reads them. */
@Component
class SqlEntries {

    private static final String OF = """
             (:bank::uuid is null or a.bank_id = :bank) and (:keeper::uuid is null or a.keeper_id = :keeper) and (:party::uuid is null or a.party_id = :party)
               and (:role::text is null or a.role = :role) and (:round::uuid is null or a.round_id = :round) and (:thing::uuid is null or a.thing_id = :thing)
               and (:account::uuid is null or a.id = :account)
            """;

    private static final String LIST = """
            select p.id as posting_id, p.occasion, p.reference, p.business_on, p.party_id as about_id, p.product_id as about_product_id, p.round_id as about_round_id,
                p.thing_id as about_thing_id, p.words, p.reverses_id, p.booked_at, e.line, e.amount_fen, %s
            from ledger_entry e join ledger_posting p on p.bank_id = e.bank_id and p.id = e.posting_id join ledger_account a on a.bank_id = e.bank_id and a.id = e.account_id
            where %s and (:occasion::text is null or p.occasion = :occasion) and (:from::date is null or e.business_on >= :from) and (:to::date is null or e.business_on <= :to)
              and (:after::uuid is null or (e.posting_id, e.line) < (:after, :line))
            order by e.posting_id desc, e.line desc limit :limit
            """.formatted(SqlAccounts.COLUMNS, OF);

    /** Newest first, by posting and line: {@code posting.line}. */
    Mono<Page<LedgerBoard.Shown>> list(Tx tx, LedgerBoard.Wanted wanted) {
        Place after = Place.of(wanted.cursor());
        return of(tx.sql(LIST), wanted.of()).bind("occasion", Bind.maybe(wanted.occasion().map(Enum::name).orElse(null), String.class))
                .bind("from", Bind.maybe(wanted.fromOn().orElse(null), LocalDate.class)).bind("to", Bind.maybe(wanted.toOn().orElse(null), LocalDate.class))
                .bind("after", Bind.maybe(after.posting(), UUID.class)).bind("line", after.line()).bind("limit", wanted.limit() + 1)
                .map(SqlPostings::row).all().map(row -> new LedgerBoard.Shown(row.id(), row.posting(), row.bookedAt(), row.reverses(), row.accountId(), row.entry()))
                .collectList().map(rows -> Page.cut(rows, wanted.limit(), last -> last.postingId() + "." + last.entry().line()));
    }

    /** Where a page ended. */
    private record Place(@Nullable UUID posting, int line) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) return new Place(null, 0);
            if (!cursor.matches("[0-9a-f-]{36}\\.[0-9]{1,2}")) throw new RefusedException(CommonRefusal.BAD_REQUEST);
            try {
                return new Place(UUID.fromString(cursor.substring(0, 36)), Integer.parseInt(cursor.substring(37)));
            } catch (IllegalArgumentException foreign) {
                throw new RefusedException(CommonRefusal.BAD_REQUEST);
            }
        }
    }

    Mono<Page<Ledger.Balance>> balances(Tx tx, LedgerBoard.Of of, AsOf asOf, @Nullable String cursor, int limit) {
        String sql = "select " + SqlAccounts.COLUMNS + ", " + SqlAccounts.stood(asOf) + " from ledger_account a where " + OF
                + " and (:after::uuid is null or a.id > :after) order by a.id limit :limit";
        return SqlAccounts.known(of(tx.sql(sql), of).bind("on", asOf.on()).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1), asOf)
                .map(SqlAccounts::balance).all().collectList().map(rows -> Page.cut(rows, limit, last -> last.accountId().toString()));
    }

    private static GenericExecuteSpec of(GenericExecuteSpec sql, LedgerBoard.Of of) {
        return sql.bind("bank", maybe(of.bankId())).bind("keeper", maybe(of.keeperId())).bind("party", maybe(of.partyId()))
                .bind("role", Bind.maybe(of.role().map(Enum::name).orElse(null), String.class)).bind("round", maybe(of.roundId())).bind("thing", maybe(of.thingId()))
                .bind("account", maybe(of.accountId()));
    }

    private static Parameter maybe(Optional<UUID> id) {
        return Bind.maybe(id.orElse(null), UUID.class);
    }
}
