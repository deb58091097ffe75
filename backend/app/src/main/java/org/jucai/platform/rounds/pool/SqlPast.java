package org.jucai.platform.rounds.pool;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.disclosure.Cell;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Past rounds and what was published of them. */
@Component
class SqlPast {

    private static final String ITEMS = """
            select r.id, r.code, r.terms ->> 'title' as title, r.status, r.frozen_at, p.cells,
                   (select count(*)::int from lot l where l.round_id = r.id and l.status <> 'FAILED') as lots
            from round r left join pool_publication p on p.round_id = r.id
            where r.frozen_at is not null and r.status <> 'CANCELLED'
            order by r.frozen_at desc, r.id limit 200
            """;

    /** Members whose lines were in a published total; never counted where no total was. */
    private static final String MEMBERS = """
            select count(distinct d.enterprise_id)::int from demand_line d
            join round r on r.id = d.round_id and r.frozen_at is not null and r.status <> 'CANCELLED'
            join pool_publication p on p.round_id = r.id and (p.cells -> 'mass' ->> 'kg')::bigint > 0
            where d.status in ('COMMITTED', 'POOLED', 'ALLOCATED', 'FULFILLED')
            """;

    private final JsonMapper json;

    SqlPast(JsonMapper json) {
        this.json = json;
    }

    Mono<PastTotals> totals(Tx tx) {
        return tx.sql(ITEMS).map(this::item).all().collectList()
                .flatMap(items -> tx.sql(MEMBERS).mapValue(Integer.class).one()
                        .map(members -> new PastTotals(items.size(), members, items)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private PastTotals.Item item(Readable row) {
        return new PastTotals.Item(row.get("id", UUID.class), row.get("code", String.class), row.get("title", String.class),
                RoundStatus.valueOf(row.get("status", String.class)), row.get("frozen_at", Instant.class), mass(row.get("cells", Json.class)),
                row.get("lots", Integer.class));
    }

    /** A publication without mass says that nothing may be told. */
    private OptionalLong mass(@Nullable Json cells) {
        if (cells == null) return OptionalLong.empty();
        long kg = json.readValue(cells.asArray(), Cell.class).mass().kg();
        return kg > 0 ? OptionalLong.of(kg) : OptionalLong.empty();
    }
}
