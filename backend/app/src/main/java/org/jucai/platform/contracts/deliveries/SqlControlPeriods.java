package org.jucai.platform.contracts.deliveries;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of control periods. */
@Component
class SqlControlPeriods {

    private static final String COLUMNS = "id, association_id, zone, level, from_on, to_on, blocks, source, recorded_at, version";

    private static final String ADD = "insert into control_period (" + COLUMNS
            + ") values (:id, :association, :zone, :level, :from, :to, :blocks, :source, :at, 1)";

    /** So many of an association are looked at: a year has ten or twenty, in a few zones. */
    private static final int MOST = 2_000;

    private static final String OF = "select " + COLUMNS + " from control_period where association_id = any(:associations) order by from_on desc, id limit " + MOST;

    private static final String LIST = "select " + COLUMNS + """
             from control_period where (:association::uuid is null or association_id = :association)
               and (:after::uuid is null or (from_on, id) < (select p.from_on, p.id from control_period p where p.id = :after))
            order by from_on desc, id desc limit :limit
            """;

    Mono<Void> add(Tx tx, ControlPeriod period) {
        return tx.sql(ADD)
                .bind("id", period.id()).bind("association", period.associationId()).bind("zone", period.zone()).bind("level", period.level().name())
                .bind("from", period.fromOn()).bind("to", period.toOn()).bind("blocks", period.blocks()).bind("source", period.source())
                .bind("at", Bind.at(period.recordedAt())).fetch().rowsUpdated().then();
    }

    Mono<ControlPeriod> hold(Tx tx, UUID id, UUID association) {
        return tx.sql("select " + COLUMNS + " from control_period where id = :id and association_id = :association for update")
                .bind("id", id).bind("association", association).map(SqlControlPeriods::period).one();
    }

    Mono<Boolean> lift(Tx tx, ControlPeriod after) {
        return tx.sql("update control_period set to_on = :to, version = :version where id = :id and version = :version - 1")
                .bind("to", after.toOn()).bind("version", after.version()).bind("id", after.id()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Those of these associations, in all zones. */
    Mono<List<ControlPeriod>> of(Tx tx, Set<UUID> associations) {
        if (associations.isEmpty()) return Mono.just(List.of());
        return tx.sql(OF).bind("associations", associations.toArray(UUID[]::new)).map(SqlControlPeriods::period).all().collectList();
    }

    Mono<Page<ControlPeriod>> list(Tx tx, @Nullable UUID association, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("association", Bind.maybe(association, UUID.class)).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlControlPeriods::period).all().collectList().map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static ControlPeriod period(Readable row) {
        return new ControlPeriod(row.get("id", UUID.class), row.get("association_id", UUID.class), row.get("zone", String.class),
                AlertLevel.valueOf(row.get("level", String.class)), row.get("from_on", LocalDate.class), row.get("to_on", LocalDate.class),
                Boolean.TRUE.equals(row.get("blocks", Boolean.class)), row.get("source", String.class), row.get("recorded_at", Instant.class),
                row.get("version", Long.class));
    }
}
