package org.jucai.platform.rounds.demand;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of readings. */
@Component
class SqlLineReadings {

    private static final String ADD = """
            insert into line_reading (id, round_id, line_id, enterprise_id, reader_id, reader_party, purpose, read_at)
            select id, round_id, line_id, enterprise_id, :reader, :party, :purpose, :at
            from jsonb_to_recordset(:rows) as g(id uuid, round_id uuid, line_id uuid, enterprise_id uuid)
            """;

    private static final String LIST = """
            select id, reader_id, purpose, read_at from line_reading
            where line_id = :line and (:before::uuid is null or id < :before)
            order by id desc limit :limit
            """;

    private final JsonMapper json;

    SqlLineReadings(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Asking asking, LineReadings.Purpose purpose, List<DemandLine> lines, Ids ids) {
        List<Map<String, UUID>> rows = lines.stream().map(line -> Map.of(
                "id", ids.next(), "round_id", line.roundId(), "line_id", line.id(), "enterprise_id", line.enterpriseId())).toList();
        return asking.tx().sql(ADD)
                .bind("rows", Json.of(json.writeValueAsBytes(rows)))
                .bind("reader", asking.actor().personId())
                .bind("party", asking.actor().partyId())
                .bind("purpose", purpose.name())
                .bind("at", Bind.at(asking.at()))
                .fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Page<LineReadings.Reading>> list(Tx tx, UUID lineId, @Nullable String cursor, int limit) {
        return tx.sql(LIST)
                .bind("line", lineId)
                .bind("before", Bind.cursor(cursor))
                .bind("limit", limit + 1)
                .map(row -> new LineReadings.Reading(row.get("id", UUID.class), row.get("reader_id", UUID.class),
                        LineReadings.Purpose.valueOf(row.get("purpose", String.class)), row.get("read_at", Instant.class)))
                .all().collectList()
                .map(rows -> Page.cut(rows, limit, reading -> reading.id().toString()));
    }
}
