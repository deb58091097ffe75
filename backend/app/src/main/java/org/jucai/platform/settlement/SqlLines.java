package org.jucai.platform.settlement;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of statements' lines. */
@Component
class SqlLines {

    private static final int CHUNK = 500;

    private static final String ADD = """
            insert into statement_line (statement_id, position, contract_id, worth_id, delivery_id, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen, body, stands)
            select statement_id, position, contract_id, worth_id, delivery_id, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen, body, stands
            from jsonb_to_recordset(:rows::jsonb) as r(statement_id uuid, position integer, contract_id uuid, worth_id uuid, delivery_id uuid, mass_kg bigint, goods_fen bigint,
                quality_fen bigint, freight_fen bigint, equalisation_fen bigint, fee_fen bigint, body jsonb, stands boolean)
            """;

    private static final String LIST = """
            select statement_id, worth_id, delivery_id, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen, body, stands from statement_line
            where statement_id = any(:statements) order by statement_id, position
            """;

    /** All standing lines that the asking parties see of the same goods, by the kind of contract. */
    private static final String SIDES = """
            select s.kind, count(distinct l.worth_id)::bigint as goods, sum(l.goods_fen + l.quality_fen + l.freight_fen + l.equalisation_fen + l.fee_fen)::bigint as total_fen,
                   sum(l.goods_fen)::bigint as goods_fen, sum(l.quality_fen)::bigint as quality_fen, sum(l.freight_fen)::bigint as freight_fen,
                   sum(l.equalisation_fen)::bigint as equalisation_fen, sum(l.fee_fen)::bigint as fee_fen
            from statement_line l join statement s on s.id = l.statement_id
            where l.stands and l.worth_id in (%s) group by s.kind
            """;

    private static final String OF_ROUND = SIDES.formatted("""
            select x.worth_id from statement_line x join statement y on y.id = x.statement_id where y.round_id = :of and x.stands""");

    private static final String OF_STATEMENT = SIDES.formatted("select x.worth_id from statement_line x where x.statement_id = :of and x.stands");

    private static final String UNSETTLED = """
            select count(*) from unnest(:deliveries::uuid[]) d where not exists (
                select 1 from statement_line l join statement s on s.id = l.statement_id
                where l.contract_id = :contract and l.delivery_id = d and l.stands and s.status = 'AGREED' and s.invoiced)
            """;

    private static final String UNDRAWN = """
            select count(*) from unnest(:deliveries::uuid[]) d where not exists (
                select 1 from statement_line l where l.contract_id = :contract and l.delivery_id = d and l.stands)
            """;

    private final JsonMapper json;

    SqlLines(JsonMapper json) {
        this.json = json;
    }

    /** As JSON: what no figure says. */
    record Body(Line.Said said, Optional<LocalDate> dueOn) {}

    Mono<Void> add(Tx tx, Statement statement, List<Line> lines) {
        return add(tx, Map.of(statement, lines));
    }

    Mono<Void> add(Tx tx, Map<Statement, List<Line>> all) {
        List<Map<String, Object>> rows = new ArrayList<>();
        all.forEach((statement, lines) -> {
            for (int i = 0; i < lines.size(); i++) rows.add(row(statement, lines.get(i), i));
        });
        return Flux.fromIterable(rows).buffer(CHUNK).concatMap(some -> tx.sql(ADD).bind("rows", Json.of(json.writeValueAsBytes(some))).fetch().rowsUpdated()).then();
    }

    private static Map<String, Object> row(Statement statement, Line line, int position) {
        Map<String, Object> row = new HashMap<>(Map.of("statement_id", statement.id(), "position", position, "contract_id", statement.of().contractId(), "worth_id", line.worthId(),
                "mass_kg", line.mass().kg(), "body", new Body(line.said(), line.dueOn()), "stands", line.stands()));
        line.deliveryId().ifPresent(id -> row.put("delivery_id", id));
        SqlWorths.amounts(row, line.amounts());
        return row;
    }

    private record Of(UUID statementId, Line line) {}

    Mono<Map<UUID, List<Line>>> of(Tx tx, Collection<UUID> statements) {
        return tx.sql(LIST).bind("statements", statements.toArray(UUID[]::new)).map(this::line).all().collectList()
                .map(all -> all.stream().collect(Collectors.groupingBy(Of::statementId, Collectors.mapping(Of::line, Collectors.toList()))));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Of line(Readable row) {
        Body body = json.readValue(row.get("body", Json.class).asArray(), Body.class);
        return new Of(row.get("statement_id", UUID.class), new Line(row.get("worth_id", UUID.class), Optional.ofNullable(row.get("delivery_id", UUID.class)),
                new Kilograms(row.get("mass_kg", Long.class)), SqlWorths.amounts(row), body.said(), body.dueOn(), row.get("stands", Boolean.class)));
    }

    /** Statements that have this worth on a standing line. */
    Mono<List<UUID>> having(Tx tx, UUID worth) {
        return tx.sql("select statement_id from statement_line where worth_id = :worth and stands order by statement_id").bind("worth", worth).mapValue(UUID.class).all().collectList();
    }

    Mono<Void> takeBack(Tx tx, UUID worth) {
        return tx.sql("update statement_line set stands = false where worth_id = :worth and stands").bind("worth", worth).fetch().rowsUpdated().then();
    }

    /** What contracts of one kind settle of the same goods. @param goods how many trucks and shortfalls */
    record Side(ContractKind kind, long goods, long totalFen, Amounts amounts) {}

    Mono<List<Side>> sidesOfRound(Tx tx, UUID round) {
        return sides(tx, OF_ROUND, round);
    }

    Mono<List<Side>> sidesOf(Tx tx, UUID statement) {
        return sides(tx, OF_STATEMENT, statement);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Mono<List<Side>> sides(Tx tx, String sql, UUID of) {
        return tx.sql(sql).bind("of", of).map(row -> new Side(ContractKind.valueOf(row.get("kind", String.class)), row.get("goods", Long.class), row.get("total_fen", Long.class),
                SqlWorths.amounts(row))).all().collectList();
    }

    /** How many of these deliveries stand on no statement of this contract. */
    Mono<Long> undrawn(Tx tx, UUID contract, Set<UUID> deliveries) {
        return tx.sql(UNDRAWN).bind("deliveries", deliveries.toArray(UUID[]::new)).bind("contract", contract).mapValue(Long.class).one();
    }

    /** How many of these deliveries are not agreed and invoiced by this contract. */
    Mono<Long> unsettled(Tx tx, UUID contract, Set<UUID> deliveries) {
        return tx.sql(UNSETTLED).bind("deliveries", deliveries.toArray(UUID[]::new)).bind("contract", contract).mapValue(Long.class).one();
    }
}
