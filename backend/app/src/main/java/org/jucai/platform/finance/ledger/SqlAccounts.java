package org.jucai.platform.finance.ledger;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Tx;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of accounts and of what stands on them. */
@Component
class SqlAccounts {

    private static final String ASKED = """
            jsonb_to_recordset(:asked::jsonb) as w(id uuid, bank_id uuid, keeper_id uuid, role text, party_id uuid, product_id uuid, round_id uuid, thing_id uuid)""";

    private static final String SAME = """
            a.bank_id = w.bank_id and a.keeper_id = w.keeper_id and a.role = w.role and a.party_id = w.party_id and a.product_id is not distinct from w.product_id
                and a.round_id is not distinct from w.round_id and a.thing_id is not distinct from w.thing_id""";

    static final String COLUMNS = "a.bank_id, a.id as account_id, a.keeper_id, a.role, a.party_id, a.product_id, a.round_id, a.thing_id";

    /** In one order, whoever asks, so that nobody waits in a circle. */
    private static final String HOLD = "select " + COLUMNS + " from " + ASKED + " join ledger_account a on " + SAME + " order by a.id for update of a";

    private static final String OPEN = """
            insert into ledger_account (bank_id, id, keeper_id, role, party_id, product_id, round_id, thing_id, opened_at)
            select bank_id, id, keeper_id, role, party_id, product_id, round_id, thing_id, :at from %s order by keeper_id, role, party_id, thing_id, round_id, product_id
            on conflict on constraint ledger_account_is_one_of_its_kind do nothing
            """.formatted(ASKED);

    /** What stood at the end of the day, less what was not known yet: only the difference is looked through. */
    static final String STOOD = """
            coalesce((select c.closing_fen from ledger_closing c where c.bank_id = a.bank_id and c.account_id = a.id and c.business_on <= :on order by c.business_on desc limit 1), 0)
              - %s as fen""";

    private static final Map<Class<? extends AsOf.Knowledge>, String> UNKNOWN_YET = Map.of(
            AsOf.Now.class, "0",
            AsOf.Then.class, unknown("e.booked_at > :then"),
            AsOf.Journal.class, unknown("e.tx > :tx::text::xid8"));

    private final Ids ids;
    private final JsonMapper json;

    SqlAccounts(Ids ids, JsonMapper json) {
        this.ids = ids;
        this.json = json;
    }

    private static String unknown(String since) {
        return "coalesce((select sum(e.amount_fen) from ledger_entry e where e.bank_id = a.bank_id and e.account_id = a.id and e.business_on <= :on and " + since + "), 0)::bigint";
    }

    /** Nobody else books on these until the transaction ends; opened where there are none. */
    Mono<Map<Account, UUID>> hold(Tx tx, List<Account> wanted, Instant at) {
        Json asked = asked(wanted);
        return held(tx, asked).flatMap(found -> found.size() == wanted.size() ? Mono.just(found)
                : tx.sql(OPEN).bind("asked", asked).bind("at", Bind.at(at)).fetch().rowsUpdated().then(Mono.defer(() -> held(tx, asked))));
    }

    private Mono<Map<Account, UUID>> held(Tx tx, Json asked) {
        return tx.sql(HOLD).bind("asked", asked).map(row -> Map.entry(account(row), id(row))).all().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Mono<List<Ledger.Balance>> balances(Tx tx, List<Account> wanted, AsOf asOf) {
        if (wanted.isEmpty()) return Mono.just(List.of());
        String sql = "select " + COLUMNS + ", " + stood(asOf) + " from " + ASKED + " join ledger_account a on " + SAME;
        return known(tx.sql(sql).bind("asked", asked(wanted)).bind("on", asOf.on()), asOf).map(SqlAccounts::balance).all().collectList();
    }

    Flux<Ledger.Balance> balances(Tx tx, Ledger.Wanted wanted, AsOf asOf) {
        String sql = "select * from (select " + COLUMNS + ", " + stood(asOf) + """
                 from ledger_account a where a.bank_id = :bank and a.keeper_id = :keeper and a.role = :role and (:party::uuid is null or a.party_id = :party)
                   and (:thing::uuid is null or a.thing_id = :thing)) s where fen <> 0 order by account_id
                """;
        return known(tx.sql(sql).bind("bank", wanted.book().bankId()).bind("keeper", wanted.book().keeperId()).bind("role", wanted.role().name())
                .bind("party", Bind.maybe(wanted.partyId().orElse(null), UUID.class)).bind("thing", Bind.maybe(wanted.thingId().orElse(null), UUID.class)).bind("on", asOf.on()), asOf)
                .map(SqlAccounts::balance).all();
    }

    static String stood(AsOf asOf) {
        return STOOD.formatted(UNKNOWN_YET.get(asOf.known().getClass()));
    }

    static GenericExecuteSpec known(GenericExecuteSpec sql, AsOf asOf) {
        UnaryOperator<GenericExecuteSpec> bound = switch (asOf.known()) {
            case AsOf.Now _ -> spec -> spec;
            case AsOf.Then(var at) -> spec -> spec.bind("then", Bind.at(at));
            case AsOf.Journal(var tx) -> spec -> spec.bind("tx", tx);
        };
        return bound.apply(sql);
    }

    private Json asked(List<Account> wanted) {
        return Json.of(json.writeValueAsBytes(wanted.stream().map(account -> {
            Map<String, Object> row = new HashMap<>(Map.of("id", ids.next(), "bank_id", account.book().bankId(), "keeper_id", account.book().keeperId(), "role", account.role(),
                    "party_id", account.partyId()));
            account.productId().ifPresent(id -> row.put("product_id", id));
            account.roundId().ifPresent(id -> row.put("round_id", id));
            account.thingId().ifPresent(id -> row.put("thing_id", id));
            return row;
        }).toList()));
    }

    @SuppressWarnings("NullAway") // a column declared not null
    static UUID id(Readable row) {
        return row.get("account_id", UUID.class);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    static Account account(Readable row) {
        return new Account(new Book(row.get("bank_id", UUID.class), row.get("keeper_id", UUID.class)), AccountRole.valueOf(row.get("role", String.class)), row.get("party_id", UUID.class),
                Optional.ofNullable(row.get("product_id", UUID.class)), Optional.ofNullable(row.get("round_id", UUID.class)), Optional.ofNullable(row.get("thing_id", UUID.class)));
    }

    @SuppressWarnings("NullAway") // reckoned, never null
    static Ledger.Balance balance(Readable row) {
        return new Ledger.Balance(id(row), account(row), new Fen(row.get("fen", Long.class)));
    }
}
