package org.jucai.platform.rounds.imports;

import io.r2dbc.postgresql.codec.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Remembers which rows became lines, so that none becomes two. A line that was withdrawn or rejected may be asked for again. */
@Component
class SqlMadeLines {

    private static final String CLAIM = """
            insert into demand_import_line (round_id, content_key, association_id, enterprise_id, import_id)
            select distinct on (key) :round, key, :association, enterprise, :import
            from jsonb_to_recordset(:rows) as g(key text, enterprise uuid)
            on conflict (round_id, content_key) do update set import_id = excluded.import_id, line_id = null
            where exists (select 1 from demand_line d where d.id = demand_import_line.line_id and d.round_id = demand_import_line.round_id
                          and d.status in ('WITHDRAWN', 'REJECTED'))
            returning content_key
            """;

    private final JsonMapper json;

    SqlMadeLines(JsonMapper json) {
        this.json = json;
    }

    /** What a row says, and whose demand it is. */
    record Claim(String key, UUID enterprise) {}

    /** Takes these rows for an import; answers the keys that were free. Whoever takes one of them at the same time waits. */
    Mono<Set<String>> claim(Tx tx, DemandImport one, List<Claim> claims) {
        if (claims.isEmpty()) return Mono.just(Set.of());
        return tx.sql(CLAIM)
                .bind("round", one.roundId()).bind("association", one.associationId()).bind("import", one.id())
                .bind("rows", Json.of(json.writeValueAsBytes(claims)))
                .mapValue(String.class).all().collectList().map(Set::copyOf);
    }

    /** Which of these rows are lines of the round already. */
    Mono<Set<String>> known(Tx tx, UUID roundId, Collection<String> keys) {
        if (keys.isEmpty()) return Mono.just(Set.of());
        return tx.sql("""
                select l.content_key from demand_import_line l join demand_line d on d.id = l.line_id and d.round_id = l.round_id
                where l.round_id = :round and l.content_key = any(:keys) and d.status not in ('WITHDRAWN', 'REJECTED')
                """)
                .bind("round", roundId).bind("keys", keys.toArray(String[]::new))
                .mapValue(String.class).all().collectList().map(Set::copyOf);
    }

    /** Notes the lines that were made. */
    Mono<Void> made(Tx tx, UUID roundId, Map<String, UUID> lineByKey) {
        if (lineByKey.isEmpty()) return Mono.empty();
        return tx.sql("""
                update demand_import_line l set line_id = g.value::uuid from jsonb_each_text(:lines) g
                where l.round_id = :round and l.content_key = g.key
                """)
                .bind("round", roundId).bind("lines", Json.of(json.writeValueAsBytes(lineByKey))).fetch().rowsUpdated().then();
    }

    /** Gives back what no line was made of. */
    Mono<Void> free(Tx tx, UUID roundId, List<String> keys) {
        if (keys.isEmpty()) return Mono.empty();
        return tx.sql("delete from demand_import_line where round_id = :round and content_key = any(:keys)")
                .bind("round", roundId).bind("keys", keys.toArray(String[]::new)).fetch().rowsUpdated().then();
    }
}
