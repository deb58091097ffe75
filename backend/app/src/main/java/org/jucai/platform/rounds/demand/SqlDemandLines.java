package org.jucai.platform.rounds.demand;

import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
class SqlDemandLines implements DemandLines {

    /** Rows in one statement; keeps a statement's parameter within a few megabytes. */
    private static final int CHUNK = 2_000;

    private static final String SELECT = "select " + LineRow.COLUMNS + " from demand_line ";

    private static final String LIST = SELECT + """
            where round_id = :round
              and (:status::text is null or status = :status)
              and (:grade::text is null or :grade = any(accepted_grades))
              and (:enterprise::uuid is null or enterprise_id = :enterprise)
              and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String ALL = SELECT + "where round_id = :round and status = any(:statuses) order by id";

    private static final String LAST_TIME = SELECT + """
            where enterprise_id = :enterprise and status not in ('WITHDRAWN', 'REJECTED', 'DRAFT')
              and round_id = (select max(d.round_id::text)::uuid from demand_line d
                              where d.enterprise_id = :enterprise and d.round_id < :round
                                and d.status not in ('WITHDRAWN', 'REJECTED', 'DRAFT'))
            order by id
            limit :limit
            """;

    private static final String LAST_ASKED = SELECT + """
            where enterprise_id = any(:members) and status not in ('DRAFT', 'WITHDRAWN', 'REJECTED')
              and not (status = 'LAPSED' and entered_for_member and lot_id is null)
              and round_id = (select id from round where association_id = :association and id < :round
                              and announced_at is not null and status <> 'CANCELLED' order by id desc limit 1)
            order by id
            limit :limit
            """;

    private static final String ADD = "insert into demand_line (" + LineRow.COLUMNS + ") select " + LineRow.COLUMNS
            + " from jsonb_to_recordset(:rows) as g(" + LineRow.TYPED + ")";

    private static final String MOVE = """
            update demand_line d set status = g.status, version = g.version, accepted_grades = g.accepted_grades,
                or_better = g.or_better, minimum_kg = g.minimum_kg, target_kg = g.target_kg, maximum_kg = g.maximum_kg,
                price_cap_fen_per_tonne = g.price_cap_fen_per_tonne, delivery_point_id = g.delivery_point_id,
                delivery_point_name = g.delivery_point_name, zone = g.zone, from_on = g.from_on, to_on = g.to_on,
                window_from_on = g.window_from_on, window_to_on = g.window_to_on, kiln_type = g.kiln_type, size = g.size,
                packing = g.packing, approved_sources = g.approved_sources, invoices = g.invoices, payment = g.payment,
                spec_overrides = g.spec_overrides, remark = g.remark, lot_id = g.lot_id
            from jsonb_to_recordset(:rows) as g(%s)
            where d.id = g.id and d.round_id = g.round_id and d.version = g.version - 1
            """.formatted(LineRow.TYPED);

    private static final String HAS = """
            select exists (select 1 from demand_line where round_id = :round and enterprise_id = :enterprise
                           and status not in ('WITHDRAWN', 'REJECTED'))
            """;

    private final JsonMapper json;

    SqlDemandLines(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<DemandLine> find(Tx tx, UUID id) {
        return tx.sql(SELECT + "where id = :id").bind("id", id).map(row -> LineRow.read(row, json)).one();
    }

    @Override
    public Mono<Page<DemandLine>> list(Tx tx, Filter filter, @Nullable String cursor, int limit) {
        return tx.sql(LIST)
                .bind("round", filter.roundId())
                .bind("status", Bind.maybe(filter.status().map(Enum::name).orElse(null), String.class))
                .bind("grade", Bind.maybe(filter.grade().orElse(null), String.class))
                .bind("enterprise", Bind.maybe(filter.enterpriseId().orElse(null), UUID.class))
                .bind("after", Bind.cursor(cursor))
                .bind("limit", limit + 1)
                .map(row -> LineRow.read(row, json))
                .all()
                .collectList()
                .map(rows -> Page.cut(rows, limit, line -> line.id().toString()));
    }

    @Override
    public Mono<List<DemandLine>> all(Tx tx, UUID roundId, Set<LineStatus> statuses) {
        return tx.sql(ALL)
                .bind("round", roundId)
                .bind("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .map(row -> LineRow.read(row, json))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<DemandLine>> some(Tx tx, UUID roundId, Set<UUID> ids) {
        return tx.sql(SELECT + "where round_id = :round and id = any(:ids) order by id")
                .bind("round", roundId)
                .bind("ids", ids.toArray(new UUID[0]))
                .map(row -> LineRow.read(row, json))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<DemandLine>> lastTime(Tx tx, UUID enterpriseId, UUID beforeRound, int limit) {
        return tx.sql(LAST_TIME)
                .bind("enterprise", enterpriseId)
                .bind("round", beforeRound)
                .bind("limit", limit)
                .map(row -> LineRow.read(row, json))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<DemandLine>> lastAsked(Tx tx, Round round, Set<UUID> members, int limit) {
        return tx.sql(LAST_ASKED)
                .bind("association", round.associationId())
                .bind("round", round.id())
                .bind("members", members.toArray(UUID[]::new))
                .bind("limit", limit)
                .map(row -> LineRow.read(row, json))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> add(Tx tx, List<DemandLine> lines) {
        return inChunks(tx, ADD, lines).then();
    }

    @Override
    public Mono<Long> move(Tx tx, List<DemandLine> after) {
        return inChunks(tx, MOVE, after);
    }

    private Mono<Long> inChunks(Tx tx, String sql, List<DemandLine> lines) {
        return Flux.fromIterable(lines).buffer(CHUNK)
                .concatMap(chunk -> tx.sql(sql)
                        .bind("rows", Json.of(json.writeValueAsBytes(chunk.stream().map(LineRow::of).toList())))
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum);
    }

    @Override
    public Mono<Boolean> has(Tx tx, UUID roundId, UUID enterpriseId) {
        return tx.sql(HAS).bind("round", roundId).bind("enterprise", enterpriseId).mapValue(Boolean.class).one();
    }
}
