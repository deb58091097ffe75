package org.jucai.platform.settlement;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of statements. */
@Component
class SqlStatements {

    private static final int CHUNK = 500;

    static final String COLUMNS = """
            s.id, s.code, s.contract_id, s.contract_code, s.kind, s.round_id, s.round_code, s.group_id, s.seller_id, s.buyer_id, s.period, s.month_on, s.reverses_id, s.terms, s.status,
            s.status_since, s.version, s.number, s.talk, s.line_count, s.mass_kg, s.goods_fen, s.quality_fen, s.freight_fen, s.equalisation_fen, s.fee_fen, s.agreed_fen, s.agreed_words,
            s.taken_back_fen, s.paid_fen, s.interest_paid_fen, s.interest_left_fen, s.invoiced, s.next_due_on, s.drawn_at""";

    private static final String ADD = """
            insert into statement (id, code, contract_id, contract_code, kind, round_id, round_code, group_id, seller_id, buyer_id, period, month_on, reverses_id, terms, status, status_since,
                version, number, talk, line_count, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen, invoiced, next_due_on, silence_at, drawn_at)
            select id, code, contract_id, contract_code, kind, round_id, round_code, group_id, seller_id, buyer_id, period, month_on, reverses_id, terms, 'DRAWN', drawn_at,
                1, 1, talk, line_count, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen, invoiced, next_due_on, silence_at, drawn_at
            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, code text, contract_id uuid, contract_code text, kind text, round_id uuid, round_code text, group_id uuid, seller_id uuid,
                buyer_id uuid, period text, month_on date, reverses_id uuid, terms jsonb, talk jsonb, line_count integer, mass_kg bigint, goods_fen bigint, quality_fen bigint,
                freight_fen bigint, equalisation_fen bigint, fee_fen bigint, invoiced boolean, next_due_on date, silence_at timestamptz, drawn_at timestamptz)
            """;

    private static final String ADD_VERSION = """
            insert into statement_version (statement_id, number, agreed_fen, total_fen, words, written_at) values (:statement, :number, :agreed, :total, :words, :at)
            """;

    private static final String ADD_FIRST_VERSIONS = """
            insert into statement_version (statement_id, number, agreed_fen, total_fen, written_at) select id, 1, 0, total_fen, drawn_at from statement where id = any(:ids)
            """;

    private static final String MOVE = """
            update statement set status = :status, status_since = :since, version = :version, number = :number, talk = :talk, agreed_fen = :agreed, agreed_words = :words,
                taken_back_fen = :back, paid_fen = :paid, interest_paid_fen = :interest, interest_left_fen = :left, invoiced = :invoiced, next_due_on = :due
            where id = :id and version = :version - 1
            """;

    private static final String LIST = "select " + COLUMNS + """
             from statement s where (:round::uuid is null or round_id = :round) and (:contract::uuid is null or contract_id = :contract)
               and (:party::uuid is null or :party in (seller_id, buyer_id)) and (:month::date is null or month_on = :month) and (:status::text is null or status = :status)
               and (:before::uuid is null or id < :before)
            order by id desc limit :limit
            """;

    private static final String OWED = "select " + COLUMNS + """
             from statement s where period <> 'REVERSAL' and (not :open or outstanding_fen <> 0 or interest_left_fen > 0) and (:round::uuid is null or round_id = :round)
               and (:party::uuid is null or :party in (seller_id, buyer_id)) and (:overdue::date is null or next_due_on < :overdue and (outstanding_fen <> 0 or interest_left_fen > 0))
               and (:after::uuid is null or (coalesce(next_due_on, 'infinity'), id) > (select coalesce(o.next_due_on, 'infinity'), o.id from statement o where o.id = :after))
            order by coalesce(next_due_on, 'infinity'), id limit :limit
            """;

    private final JsonMapper json;

    SqlStatements(JsonMapper json) {
        this.json = json;
    }

    Mono<Integer> count(Tx tx, UUID contract) {
        return tx.sql("select count(*)::int from statement where contract_id = :contract").bind("contract", contract).mapValue(Integer.class).one();
    }

    Mono<Void> add(Tx tx, List<Statement> statements) {
        return Flux.fromIterable(statements).buffer(CHUNK).concatMap(some -> tx.sql(ADD).bind("rows", written(some.stream().map(this::row).toList())).fetch().rowsUpdated()
                .then(tx.sql(ADD_FIRST_VERSIONS).bind("ids", some.stream().map(Statement::id).toArray(UUID[]::new)).fetch().rowsUpdated())).then();
    }

    private Map<String, Object> row(Statement each) {
        Map<String, Object> row = new HashMap<>(40);
        Statement.Of of = each.of();
        row.putAll(Map.of("id", each.id(), "code", each.code(), "contract_id", of.contractId(), "contract_code", of.contractCode(), "kind", of.kind(), "round_id", of.roundId(),
                "round_code", of.roundCode(), "group_id", of.groupId(), "seller_id", of.sellerId(), "buyer_id", of.buyerId()));
        row.putAll(Map.of("period", each.period(), "month_on", each.monthOn(), "terms", each.terms(), "talk", each.talk(), "line_count", each.money().lines(), "mass_kg", each.money().massKg(),
                "invoiced", each.money().invoiced(), "silence_at", each.terms().silenceAt(), "drawn_at", each.drawnAt()));
        each.reverses().ifPresent(id -> row.put("reverses_id", id));
        each.money().nextDueOn().ifPresent(day -> row.put("next_due_on", day));
        SqlWorths.amounts(row, each.money().amounts());
        return row;
    }

    Mono<Boolean> move(Tx tx, Statement after) {
        Statement.Money money = after.money();
        return tx.sql(MOVE).bind("status", after.status().name()).bind("since", Bind.at(after.statusSince())).bind("version", after.version()).bind("number", after.number())
                .bind("talk", written(after.talk())).bind("agreed", money.agreedFen()).bind("words", Bind.maybe(money.agreedWords().orElse(null), String.class))
                .bind("back", money.takenBackFen()).bind("paid", money.paidFen()).bind("interest", money.interestPaidFen()).bind("left", money.interestLeftFen())
                .bind("invoiced", money.invoiced())
                .bind("due", Bind.maybe(money.nextDueOn().orElse(null), LocalDate.class)).bind("id", after.id()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** What both sides agreed to. */
    Mono<Void> version(Tx tx, Statement after, Instant at) {
        return tx.sql(ADD_VERSION).bind("statement", after.id()).bind("number", after.number()).bind("agreed", after.money().agreedFen()).bind("total", after.money().totalFen())
                .bind("words", Bind.maybe(after.money().agreedWords().orElse(null), String.class)).bind("at", Bind.at(at)).fetch().rowsUpdated().then();
    }

    Mono<Statement> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from statement s where s.id = :id").bind("id", id).map(this::statement).one();
    }

    /** Held until the transaction ends. */
    Mono<Statement> hold(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from statement s where s.id = :id for update").bind("id", id).map(this::statement).one();
    }

    /** Newest first. */
    Mono<Page<Statement>> list(Tx tx, StatementBoard.Wanted wanted) {
        return tx.sql(LIST).bind("round", Bind.maybe(wanted.roundId().orElse(null), UUID.class)).bind("contract", Bind.maybe(wanted.contractId().orElse(null), UUID.class))
                .bind("party", Bind.maybe(wanted.partyId().orElse(null), UUID.class)).bind("month", Bind.maybe(wanted.monthOn().orElse(null), LocalDate.class))
                .bind("status", Bind.maybe(wanted.status().map(Enum::name).orElse(null), String.class)).bind("before", Bind.cursor(wanted.cursor())).bind("limit", wanted.limit() + 1)
                .map(this::statement).all().collectList().map(rows -> Page.cut(rows, wanted.limit(), last -> last.id().toString()));
    }

    /** What is due first, first. */
    Mono<Page<Statement>> owed(Tx tx, StatementBoard.Owed wanted) {
        return tx.sql(OWED).bind("open", wanted.openOnly()).bind("round", Bind.maybe(wanted.roundId().orElse(null), UUID.class))
                .bind("party", Bind.maybe(wanted.partyId().orElse(null), UUID.class)).bind("overdue", Bind.maybe(wanted.overdueOn().orElse(null), LocalDate.class))
                .bind("after", Bind.cursor(wanted.cursor())).bind("limit", wanted.limit() + 1)
                .map(this::statement).all().collectList().map(rows -> Page.cut(rows, wanted.limit(), last -> last.id().toString()));
    }

    /** Whose silence has become agreement. */
    Mono<List<UUID>> silent(Tx tx, Instant now, Optional<UUID> after, int limit) {
        return tx.sql("select id from statement where status = 'DRAWN' and silence_at <= :now and (:after::uuid is null or id > :after) order by id limit :limit")
                .bind("now", Bind.at(now)).bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    private Json written(Object value) {
        return Json.of(json.writeValueAsBytes(value));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Statement statement(Readable row) {
        Statement.Of of = new Statement.Of(row.get("contract_id", UUID.class), row.get("contract_code", String.class), ContractKind.valueOf(row.get("kind", String.class)),
                row.get("round_id", UUID.class), row.get("round_code", String.class), row.get("group_id", UUID.class), row.get("seller_id", UUID.class), row.get("buyer_id", UUID.class));
        Statement.Money money = new Statement.Money(row.get("line_count", Integer.class), row.get("mass_kg", Long.class), SqlWorths.amounts(row), row.get("agreed_fen", Long.class),
                Optional.ofNullable(row.get("agreed_words", String.class)), row.get("taken_back_fen", Long.class), row.get("paid_fen", Long.class), row.get("interest_paid_fen", Long.class),
                row.get("interest_left_fen", Long.class), row.get("invoiced", Boolean.class), Optional.ofNullable(row.get("next_due_on", LocalDate.class)));
        return new Statement(row.get("id", UUID.class), row.get("code", String.class), of, Statement.Period.valueOf(row.get("period", String.class)), row.get("month_on", LocalDate.class),
                Optional.ofNullable(row.get("reverses_id", UUID.class)), json.readValue(row.get("terms", Json.class).asArray(), Statement.Terms.class),
                StatementStatus.valueOf(row.get("status", String.class)), row.get("status_since", Instant.class), row.get("version", Long.class), row.get("number", Integer.class),
                json.readValue(row.get("talk", Json.class).asArray(), Statement.Talk.class), money, row.get("drawn_at", Instant.class));
    }
}
