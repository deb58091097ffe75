package org.jucai.platform.inspection.laboratory;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of samples in laboratories and of their results. */
@Component
class SqlLabSamples {

    private static final String COLUMNS = "code, laboratory_id, material, wanted, status, arrived_at, remark, version";

    private static final String RESULTS = """
            select id, code, number, status, readings, dry, tester_id, entered_at, verifier_id, verified_at, issued_at, because, said
            from lab_result where code = any(:codes) order by code, number
            """;

    /** By when they came and by code: neither says what was drawn together. */
    private static final String LIST = "select " + COLUMNS + """
             from lab_sample where laboratory_id = :laboratory and status <> 'SENT'
               and (:after::text is null or (arrived_at, code) < (select a.arrived_at, a.code from lab_sample a where a.code = :after))
            order by arrived_at desc, code desc limit :limit
            """;

    private static final String MOVE = """
            update lab_sample set status = :status, arrived_at = :arrived, remark = :remark, version = :version where code = :code and version = :version - 1
            """;

    private static final String ADD_RESULT = """
            insert into lab_result (id, code, laboratory_id, number, status, readings, dry, tester_id, entered_at, because)
            values (:id, :code, :laboratory, :number, 'ENTERED', :readings, :dry, :tester, :at, :because)
            """;

    private static final String MOVE_RESULT = """
            update lab_result set status = :status, verifier_id = :verifier, verified_at = :verified, issued_at = :issued, said = :said where id = :id and status <> 'ISSUED'
            """;

    private final JsonMapper json;

    SqlLabSamples(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Tx tx, LabSample sample) {
        return tx.sql("insert into lab_sample (code, laboratory_id, material, wanted, status, version) values (:code, :laboratory, :material, :wanted, 'SENT', 1)")
                .bind("code", sample.code().code()).bind("laboratory", sample.laboratoryId()).bind("material", sample.material())
                .bind("wanted", sample.wanted().stream().map(Enum::name).sorted().toArray(String[]::new)).fetch().rowsUpdated().then();
    }

    Mono<Boolean> move(Tx tx, LabSample after) {
        return tx.sql(MOVE).bind("status", after.status().name()).bind("version", after.version()).bind("code", after.code().code())
                .bind("arrived", Bind.maybe(after.arrivedAt().map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("remark", Bind.maybe(after.remark().orElse(null), String.class)).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Void> addResult(Tx tx, LabSample of, LabResult result) {
        return tx.sql(ADD_RESULT).bind("id", result.id()).bind("code", of.code().code()).bind("laboratory", of.laboratoryId()).bind("number", result.number())
                .bind("readings", Json.of(json.writeValueAsBytes(result.readings()))).bind("dry", Json.of(json.writeValueAsBytes(result.dry())))
                .bind("tester", result.testerId()).bind("at", Bind.at(result.enteredAt())).bind("because", Bind.maybe(result.because().orElse(null), String.class))
                .fetch().rowsUpdated().then();
    }

    Mono<Boolean> moveResult(Tx tx, LabResult after) {
        return tx.sql(MOVE_RESULT).bind("status", after.status().name()).bind("id", after.id())
                .bind("verifier", Bind.maybe(after.verifierId().orElse(null), UUID.class))
                .bind("verified", Bind.maybe(after.verifiedAt().map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("issued", Bind.maybe(after.issuedAt().map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("said", Bind.maybe(after.said().orElse(null), String.class)).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Held until the transaction ends. */
    Mono<LabSample> hold(Tx tx, SampleCode code, UUID laboratory) {
        return tx.sql("select " + COLUMNS + " from lab_sample where code = :code and laboratory_id = :laboratory for update").bind("code", code.code())
                .bind("laboratory", laboratory).map(SqlLabSamples::sample).one().flatMap(sample -> with(tx, List.of(sample)).map(List::getFirst));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<SampleCode> codeOf(Tx tx, UUID resultId) {
        return tx.sql("select code from lab_result where id = :id").bind("id", resultId).map(row -> new SampleCode(row.get("code", String.class))).one();
    }

    Mono<Page<LabSample>> list(Tx tx, UUID laboratory, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("laboratory", laboratory).bind("after", Bind.maybe(cursor, String.class)).bind("limit", limit + 1).map(SqlLabSamples::sample).all().collectList()
                .flatMap(rows -> with(tx, rows)).map(rows -> Page.cut(rows, limit, last -> last.code().code()));
    }

    Mono<List<LabSample>> find(Tx tx, Collection<SampleCode> codes) {
        if (codes.isEmpty()) return Mono.just(List.of());
        return tx.sql("select " + COLUMNS + " from lab_sample where code = any(:codes)").bind("codes", codes.stream().map(SampleCode::code).toArray(String[]::new))
                .map(SqlLabSamples::sample).all().collectList().flatMap(rows -> with(tx, rows));
    }

    private record Versioned(String code, LabResult result) {}

    private Mono<List<LabSample>> with(Tx tx, List<LabSample> samples) {
        if (samples.isEmpty()) return Mono.just(samples);
        return tx.sql(RESULTS).bind("codes", samples.stream().map(each -> each.code().code()).toArray(String[]::new)).map(this::result).all().collectList().map(all -> {
            Map<String, List<LabResult>> by = all.stream().collect(Collectors.groupingBy(Versioned::code, Collectors.mapping(Versioned::result, Collectors.toList())));
            return samples.stream().map(each -> new LabSample(each.code(), each.laboratoryId(), each.material(), each.wanted(), each.status(), each.arrivedAt(), each.remark(),
                    by.getOrDefault(each.code().code(), List.of()), each.version())).toList();
        });
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static LabSample sample(Readable row) {
        Set<Measure> wanted = Arrays.stream(row.get("wanted", String[].class)).map(Measure::valueOf).collect(Collectors.toSet());
        return new LabSample(new SampleCode(row.get("code", String.class)), row.get("laboratory_id", UUID.class), row.get("material", String.class), wanted,
                LabSample.Status.valueOf(row.get("status", String.class)), Optional.ofNullable(row.get("arrived_at", Instant.class)),
                Optional.ofNullable(row.get("remark", String.class)), List.of(), row.get("version", Long.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Versioned result(Readable row) {
        List<Reading> readings = json.readValue(row.get("readings", Json.class).asArray(), new TypeReference<List<Reading>>() {});
        Map<Measure, Long> dry = json.readValue(row.get("dry", Json.class).asArray(), new TypeReference<Map<Measure, Long>>() {});
        return new Versioned(row.get("code", String.class), new LabResult(row.get("id", UUID.class), row.get("number", Integer.class),
                LabResult.Status.valueOf(row.get("status", String.class)), readings, dry, row.get("tester_id", UUID.class), row.get("entered_at", Instant.class),
                Optional.ofNullable(row.get("verifier_id", UUID.class)), Optional.ofNullable(row.get("verified_at", Instant.class)),
                Optional.ofNullable(row.get("issued_at", Instant.class)), Optional.ofNullable(row.get("because", String.class)),
                Optional.ofNullable(row.get("said", String.class))));
    }
}
