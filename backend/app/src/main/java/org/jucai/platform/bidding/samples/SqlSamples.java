package org.jucai.platform.bidding.samples;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of samples. */
@Component
class SqlSamples {

    private static final String COLUMNS = """
            id, round_id, association_id, supplier_id, laboratory_id, lot_id, code, status, mass_kg, courier, courier_number, sent_on,
            registered_at, ended_at, remark, version""";

    private static final String ADD = "insert into sample (" + COLUMNS + """
            ) values (:id, :round, :association, :supplier, :laboratory, :lot, :code, :status, :mass, :courier, :number, :sent, :at, null, null, 1)
            """;

    private static final String MOVE = """
            update sample set status = :status, ended_at = :at, remark = :remark, version = :version
            where id = :id and round_id = :round and version = :version - 1
            """;

    private static final String LIST = "select " + COLUMNS + """
             from sample where round_id = :round and (:before::uuid is null or id < :before) order by id desc limit :limit
            """;

    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 2)) as held";

    Mono<Integer> before(Tx tx, UUID round, UUID supplier) {
        return tx.sql(ALONE).bind("place", round + "/" + supplier).mapValue(Integer.class).one()
                .then(tx.sql("select count(*)::int from sample where round_id = :round and supplier_id = :supplier")
                        .bind("round", round).bind("supplier", supplier).mapValue(Integer.class).one());
    }

    Mono<Void> add(Tx tx, Sample sample) {
        return tx.sql(ADD)
                .bind("id", sample.id()).bind("round", sample.roundId()).bind("association", sample.associationId())
                .bind("supplier", sample.supplierId()).bind("laboratory", Bind.maybe(sample.laboratoryId().orElse(null), UUID.class))
                .bind("lot", sample.lotId()).bind("code", sample.code()).bind("status", sample.status().name())
                .bind("mass", sample.parcel().mass().kg()).bind("courier", sample.parcel().courier()).bind("number", sample.parcel().number())
                .bind("sent", sample.parcel().sentOn()).bind("at", Bind.at(sample.registeredAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<Boolean> move(Tx tx, Sample after) {
        return tx.sql(MOVE)
                .bind("status", after.status().name()).bind("at", Bind.at(after.endedAt().orElseThrow()))
                .bind("remark", Bind.maybe(after.remark().orElse(null), String.class)).bind("version", after.version())
                .bind("id", after.id()).bind("round", after.roundId())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Sample> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from sample where id = :id").bind("id", id).map(SqlSamples::sample).one();
    }

    Mono<Page<Sample>> list(Tx tx, UUID round, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", round).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlSamples::sample).all().collectList()
                .map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Sample sample(Readable row) {
        return new Sample(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("association_id", UUID.class),
                row.get("supplier_id", UUID.class), Optional.ofNullable(row.get("laboratory_id", UUID.class)), row.get("lot_id", UUID.class),
                row.get("code", String.class), SampleStatus.valueOf(row.get("status", String.class)),
                new Sample.Parcel(new Kilograms(row.get("mass_kg", Long.class)), row.get("courier", String.class),
                        row.get("courier_number", String.class), row.get("sent_on", LocalDate.class)),
                row.get("registered_at", Instant.class), Optional.ofNullable(row.get("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("remark", String.class)), row.get("version", Long.class));
    }
}
