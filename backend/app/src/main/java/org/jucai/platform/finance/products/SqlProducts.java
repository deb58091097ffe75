package org.jucai.platform.finance.products;

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

/** The shelf of products and their versions. */
@Component
class SqlProducts {

    private static final String ADD = """
            insert into finance_product (product_id, version, bank_id, terms, note, entered_at, entered_by)
            values (:id, :version, :bank, :terms, :note, :at, :by)
            """;

    private static final String COLUMNS = """
            p.product_id, p.version, p.bank_id, p.terms::text as terms, p.note, p.entered_at,
            (select max(n.version) from finance_product n where n.product_id = p.product_id) as newest
            """;

    private static final String FIND = "select " + COLUMNS + """
            from finance_product p where p.product_id = :id and (:version::bigint is null or p.version = :version) order by p.version desc limit 1
            """;

    private static final String VERSIONS = "select " + COLUMNS + "from finance_product p where p.product_id = :id order by p.version desc limit :limit";

    private static final String LIST = "select " + COLUMNS + """
            from (select distinct on (product_id) * from finance_product where :before::uuid is null or product_id < :before
                  order by product_id desc, version desc limit :limit) p
            order by p.product_id desc
            """;

    /** One after another for a bank, so that a bound holds for those that come at once. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 173)) as held";

    private static final String COUNT = "select count(*)::int from finance_product where bank_id = :bank and version = 1";

    private final JsonMapper json;

    SqlProducts(JsonMapper json) {
        this.json = json;
    }

    Mono<Integer> count(Tx tx, UUID bank) {
        return tx.sql(ALONE).bind("place", bank.toString()).mapValue(Integer.class).one().then(tx.sql(COUNT).bind("bank", bank).mapValue(Integer.class).one());
    }

    Mono<Void> add(Tx tx, ProductVersion version, UUID by) {
        return tx.sql(ADD).bind("id", version.id()).bind("version", version.version()).bind("bank", version.bankId())
                .bind("terms", Json.of(json.writeValueAsString(version.terms()).getBytes(StandardCharsets.UTF_8)))
                .bind("note", Bind.maybe(version.note().orElse(null), String.class)).bind("at", Bind.at(version.enteredAt())).bind("by", by).fetch().rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, first -> new RefusedException(CommonRefusal.VERSION_CONFLICT)).then();
    }

    Mono<ProductVersion> find(Tx tx, UUID id, OptionalLong version) {
        Long asked = version.isPresent() ? Long.valueOf(version.getAsLong()) : null;
        return tx.sql(FIND).bind("id", id).bind("version", Bind.maybe(asked, Long.class)).map(this::read).one();
    }

    Mono<List<ProductVersion>> versions(Tx tx, UUID id, int limit) {
        return tx.sql(VERSIONS).bind("id", id).bind("limit", limit).map(this::read).all().collectList();
    }

    Mono<Page<ProductVersion>> list(Tx tx, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1).map(this::read).all().collectList()
                .map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private ProductVersion read(Readable row) {
        return new ProductVersion(row.get("product_id", UUID.class), row.get("version", Long.class), row.get("bank_id", UUID.class),
                json.readValue(row.get("terms", String.class), ProductTerms.class), Optional.ofNullable(row.get("note", String.class)), row.get("entered_at", Instant.class),
                row.get("newest", Long.class));
    }
}
