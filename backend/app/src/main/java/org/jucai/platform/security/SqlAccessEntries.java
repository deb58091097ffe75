package org.jucai.platform.security;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.KeptForAWhile;
import org.jucai.platform.kernel.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The access audit in the database. */
@Component
class SqlAccessEntries implements KeptForAWhile {

    private final JsonMapper json;
    private final Duration keptFor;

    /** @param keptFor network logs are kept six months at least (网络安全法 article 23) */
    SqlAccessEntries(JsonMapper json, @Value("${jucai.retention.access-audit:400d}") Duration keptFor) {
        this.json = json;
        this.keptFor = keptFor;
    }

    /** One row as the insert reads it; names are the columns'. */
    private record Row(UUID entry_id, String kind, String occurred_at, @Nullable UUID person_id, @Nullable UUID party_id,
            @Nullable String account, String address, String device, @Nullable String operation_id, @Nullable String problem, int times) {

        static Row of(AccessEntry entry) {
            return new Row(entry.entryId(), entry.kind().name(), entry.occurredAt().toString(), entry.personId(), entry.partyId(),
                    entry.account(), entry.origin().address(), entry.origin().device(), entry.operationId(), entry.problem(), entry.times());
        }
    }

    Mono<Long> add(Tx tx, List<AccessEntry> entries) {
        return tx.sql("""
                        insert into access_audit
                        select * from jsonb_to_recordset(:rows) as row (entry_id uuid, kind text, occurred_at timestamptz,
                               person_id uuid, party_id uuid, account text, address text, device text, operation_id text,
                               problem text, times integer)
                        on conflict (entry_id) do nothing
                        """)
                .bind("rows", Json.of(json.writeValueAsBytes(entries.stream().map(Row::of).toList())))
                .fetch()
                .rowsUpdated();
    }

    Mono<List<AccessEntry>> list(Tx tx, AccessBoard.Question asked) {
        return tx.sql("""
                        select entry_id, kind, occurred_at, person_id, party_id, account, address, device, operation_id, problem, times
                          from access_audit
                         where (:person::uuid is null or person_id = :person)
                           and (:kind::text is null or kind = :kind)
                           and (:cursor::uuid is null or entry_id < :cursor)
                         order by entry_id desc
                         limit :rows
                        """)
                .bind("person", maybe(UUID.class, asked.personId()))
                .bind("kind", maybe(String.class, asked.kind() == null ? null : asked.kind().name()))
                .bind("cursor", maybe(UUID.class, asked.cursor()))
                .bind("rows", asked.limit() + 1)
                .map(SqlAccessEntries::entry)
                .all()
                .collectList();
    }

    @Override
    public Duration keptFor() {
        return keptFor;
    }

    @Override
    public Mono<Long> delete(Tx tx, Instant end, int limit) {
        return tx.sql("""
                        delete from access_audit where entry_id in
                            (select entry_id from access_audit where occurred_at < :end order by occurred_at limit :limit)
                        """)
                .bind("end", OffsetDateTime.ofInstant(end, ZoneOffset.UTC)).bind("limit", limit).fetch().rowsUpdated();
    }

    private static <T> Parameter maybe(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static AccessEntry entry(Readable row) {
        return new AccessEntry(
                Objects.requireNonNull(row.get("entry_id", UUID.class)),
                Objects.requireNonNull(row.get("occurred_at", Instant.class)),
                AccessKind.valueOf(Objects.requireNonNull(row.get("kind", String.class))),
                row.get("person_id", UUID.class),
                row.get("party_id", UUID.class),
                row.get("account", String.class),
                row.get("operation_id", String.class),
                row.get("problem", String.class),
                new Origin(
                        Objects.requireNonNull(row.get("address", String.class)),
                        Objects.requireNonNull(row.get("device", String.class))),
                Objects.requireNonNull(row.get("times", Integer.class)));
    }
}
