package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What suppliers stated of their size, and what associations found of it. */
@Component
class SqlSizes {

    private static final String STATE = """
            insert into supplier_size (id, supplier_id, number, size, trade, year, workers, revenue_fen, stated_at)
            select :id, :supplier, coalesce(max(number), 0) + 1, :size, :trade, :year, :workers, :revenue, :at
            from supplier_size where supplier_id = :supplier
            """;

    private static final String JUDGE = """
            insert into supplier_size_verdict (size_id, supplier_id, association_id, confirmed, reason, judged_at)
            values (:size, :supplier, :association, :confirmed, :reason, :at)
            """;

    private static final String LIST = """
            select s.id, s.supplier_id, s.size, s.trade, s.year, s.workers, s.revenue_fen, s.stated_at,
                   not exists (select 1 from supplier_size n where n.supplier_id = s.supplier_id and n.number > s.number) as newest,
                   coalesce((select jsonb_agg(jsonb_build_object('associationId', v.association_id, 'associationNameZh', a.name_zh,
                        'confirmed', v.confirmed, 'reason', v.reason, 'judgedAt', v.judged_at) order by v.judged_at, v.association_id)
                    from (select * from supplier_size_verdict where size_id = s.id order by judged_at limit 50) v
                        join party a on a.id = v.association_id), '[]')::text as verdicts
            from supplier_size s where s.supplier_id = :supplier
                and (:cursor = '' or s.number < (select c.number from supplier_size c where c.supplier_id = :supplier and c.id::text = :cursor))
            order by s.number desc limit :limit
            """;

    private static final String COUNTED = """
            select distinct on (s.supplier_id) s.supplier_id, s.size, s.stated_at, v.confirmed, v.judged_at
            from supplier_size s left join supplier_size_verdict v on v.size_id = s.id and v.association_id = :association
            where s.supplier_id = any(:suppliers) and s.stated_at < :before
            order by s.supplier_id, s.number desc
            """;

    private final JsonMapper json;

    SqlSizes(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Tx tx, SizeStatement made) {
        SizeStatement.Stated stated = made.stated();
        return tx.sql(STATE).bind("id", made.id()).bind("supplier", made.supplierId()).bind("size", stated.size().name())
                .bind("trade", stated.trade().name()).bind("year", stated.year()).bind("workers", stated.workers())
                .bind("revenue", stated.revenue().fen()).bind("at", Bound.at(made.statedAt()))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    Mono<Void> add(Tx tx, UUID sizeId, UUID supplierId, SizeStatement.Verdict verdict) {
        return tx.sql(JUDGE).bind("size", sizeId).bind("supplier", supplierId).bind("association", verdict.associationId())
                .bind("confirmed", verdict.confirmed()).bind("reason", verdict.reason()).bind("at", Bound.at(verdict.judgedAt()))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    Mono<SizeStatement> newest(Tx tx, UUID supplier) {
        return list(tx, supplier, null, 1).flatMap(page -> Mono.justOrEmpty(page.items().stream().findFirst()));
    }

    Mono<Page<SizeStatement>> list(Tx tx, UUID supplier, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("supplier", supplier).bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .map(this::statement).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, CountedSize>> counted(Tx tx, UUID association, Set<UUID> suppliers, Instant before) {
        return tx.sql(COUNTED).bind("association", association).bind("suppliers", suppliers.toArray(UUID[]::new)).bind("before", Bound.at(before))
                .map(row -> Map.entry(row.get("supplier_id", UUID.class), counted(row))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue).map(Map::copyOf);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static CountedSize counted(Readable row) {
        Boolean confirmed = row.get("confirmed", Boolean.class);
        CountedSize.Standing standing = confirmed == null ? CountedSize.Standing.STATED : confirmed ? CountedSize.Standing.CONFIRMED : CountedSize.Standing.REFUSED;
        return new CountedSize(SizeClass.valueOf(row.get("size", String.class)), row.get("stated_at", Instant.class), standing,
                Optional.ofNullable(row.get("judged_at", Instant.class)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private SizeStatement statement(Readable row) {
        List<SizeStatement.Verdict> verdicts = Arrays.asList(json.readValue(row.get("verdicts", String.class), SizeStatement.Verdict[].class));
        return new SizeStatement(row.get("id", UUID.class), row.get("supplier_id", UUID.class),
                new SizeStatement.Stated(SizeClass.valueOf(row.get("size", String.class)), SizeStatement.Trade.valueOf(row.get("trade", String.class)),
                        row.get("year", Integer.class), row.get("workers", Integer.class), new Fen(row.get("revenue_fen", Long.class))),
                row.get("stated_at", Instant.class), row.get("newest", Boolean.class), verdicts);
    }
}
