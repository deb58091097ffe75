package org.jucai.platform.formulas;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of formulas and their versions. */
@Component
class SqlFormulas {

    private static final String ADD = """
            insert into price_formula (formula_id, version, association_id, document, note, entered_at, entered_by)
            values (:id, :version, :association, :document, :note, :at, :by)
            """;

    private static final String COLUMNS = """
            f.formula_id, f.version, f.association_id, f.document::text as document, f.note, f.entered_at,
            (select max(n.version) from price_formula n where n.formula_id = f.formula_id) as newest
            """;

    private static final String FIND = "select " + COLUMNS + """
            from price_formula f where f.formula_id = :id and (:version::bigint is null or f.version = :version) order by f.version desc limit 1
            """;

    private static final String VERSIONS = "select " + COLUMNS + "from price_formula f where f.formula_id = :id order by f.version desc limit :limit";

    private static final String LIST = "select " + COLUMNS + """
            from (select distinct on (formula_id) * from price_formula where :before::uuid is null or formula_id < :before
                  order by formula_id desc, version desc limit :limit) f
            order by f.formula_id desc
            """;

    /** One after another for an association, so that a bound holds for those that come at once. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 3)) as held";

    private static final String COUNT = "select count(*)::int from price_formula where association_id = :association and version = 1";

    private final JsonMapper json;

    SqlFormulas(JsonMapper json) {
        this.json = json;
    }

    Mono<Integer> count(Tx tx, UUID association) {
        return tx.sql(ALONE).bind("place", association.toString()).mapValue(Integer.class).one()
                .then(tx.sql(COUNT).bind("association", association).mapValue(Integer.class).one());
    }

    Mono<Void> add(Tx tx, FormulaVersion version, UUID by) {
        return tx.sql(ADD)
                .bind("id", version.id()).bind("version", version.version()).bind("association", version.associationId())
                .bind("document", Json.of(version.document().getBytes(StandardCharsets.UTF_8)))
                .bind("note", Bind.maybe(version.note().orElse(null), String.class)).bind("at", Bind.at(version.enteredAt())).bind("by", by)
                .fetch().rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, first -> new RefusedException(CommonRefusal.VERSION_CONFLICT))
                .then();
    }

    Mono<FormulaVersion> find(Tx tx, UUID id, OptionalLong version) {
        Long asked = version.isPresent() ? Long.valueOf(version.getAsLong()) : null;
        return tx.sql(FIND).bind("id", id).bind("version", Bind.maybe(asked, Long.class)).map(this::read).one();
    }

    Mono<List<FormulaVersion>> versions(Tx tx, UUID id, int limit) {
        return tx.sql(VERSIONS).bind("id", id).bind("limit", limit).map(this::read).all().collectList();
    }

    Mono<Page<FormulaVersion>> list(Tx tx, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1).map(this::read).all().collectList()
                .map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private FormulaVersion read(Readable row) {
        String document = row.get("document", String.class);
        return new FormulaVersion(row.get("formula_id", UUID.class), row.get("version", Long.class), row.get("association_id", UUID.class), document,
                FormulaDesk.read(json.readValue(document, Object.class)), Optional.ofNullable(row.get("note", String.class)),
                row.get("entered_at", Instant.class), row.get("newest", Long.class));
    }
}
