package org.jucai.platform.catalogue;

import io.r2dbc.postgresql.codec.Json;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Carries whole rows in and out as JSON: a column is named once, in its row's record. */
@Component
class SqlRows {

    private final JsonMapper json;

    SqlRows(JsonMapper json) {
        this.json = json;
    }

    /**
     * Writes one row, bound as {@code :row}.
     *
     * @param taken what a row that is there already is refused with
     * @param unmoved what it is refused with where no row was written
     */
    Mono<Void> write(Tx tx, String sql, Object row, Refusal taken, Refusal unmoved) {
        return tx.sql(sql)
                .bind("row", Json.of(json.writeValueAsBytes(row)))
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, there -> new RefusedException(taken))
                .flatMap(rows -> rows == 0 ? Mono.error(new RefusedException(unmoved)) : Mono.empty());
    }

    /** The rows of a query whose one column is {@code row}, a JSON text. */
    <R> Flux<R> read(DatabaseClient.GenericExecuteSpec query, Class<R> type) {
        return query.map(found -> json.readValue(found.get("row", String.class), type)).all();
    }
}
