package org.jucai.platform.recovery.shortfalls;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of shortfalls. */
@Component
class SqlShortfalls {

    private static final String COLUMNS = """
            id, code, round_id, round_code, association_id, group_id, seller_id, lot_id, lot_code, grade, stated_by, stated_person, stated_at, reason, entitled_kg, comes_kg,
            status, ended_party, ended_person, ended_at, ended_words, division, version""";

    private static final String ADD = """
            insert into shortfall (id, code, round_id, round_code, association_id, group_id, seller_id, lot_id, lot_code, grade, stated_by, stated_person, stated_at, reason,
                entitled_kg, comes_kg, status, version)
            values (:id, :code, :round, :roundCode, :association, :group, :seller, :lot, :lotCode, :grade, :by, :person, :at, :reason, :entitled, :comes, 'STATED', 1)
            """;

    private static final String END = """
            update shortfall set status = :status, ended_party = :party, ended_person = :person, ended_at = :at, ended_words = :words, division = :division, version = :version
            where id = :id and version = :version - 1 and status = 'STATED'
            """;

    private static final String LIST = "select " + COLUMNS + """
             from shortfall where (:status::text is null or status = :status) and (:before::uuid is null or id < :before) order by id desc limit :limit
            """;

    private final JsonMapper json;

    SqlShortfalls(JsonMapper json) {
        this.json = json;
    }

    /** Who states one of the same part at the same moment loses. */
    Mono<Void> add(Tx tx, Shortfall it) {
        Shortfall.Of of = it.of();
        Shortfall.Stated stated = it.stated();
        return tx.sql(ADD).bind("id", it.id()).bind("code", it.code()).bind("round", of.roundId()).bind("roundCode", of.roundCode()).bind("association", of.associationId())
                .bind("group", of.groupId()).bind("seller", of.sellerId()).bind("lot", of.lotId()).bind("lotCode", of.lotCode()).bind("grade", of.grade()).bind("by", stated.partyId())
                .bind("person", stated.personId()).bind("at", Bind.at(stated.at())).bind("reason", stated.reason()).bind("entitled", it.entitled().kg()).bind("comes", it.comes().kg())
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, first -> new RefusedException(ShortfallRefusal.SHORTFALL_STATED_ALREADY)).then();
    }

    /** False where somebody was first. */
    Mono<Boolean> end(Tx tx, Shortfall after) {
        Shortfall.Ended ended = after.ended().orElseThrow();
        return tx.sql(END).bind("status", after.status().name()).bind("party", ended.partyId()).bind("person", ended.personId()).bind("at", Bind.at(ended.at())).bind("words", ended.words())
                .bind("division", Bind.maybe(after.division().map(it -> Json.of(json.writeValueAsBytes(it))).orElse(null), Json.class)).bind("version", after.version()).bind("id", after.id())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Shortfall> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from shortfall where id = :id").bind("id", id).map(this::shortfall).one();
    }

    Mono<Page<Shortfall>> list(Tx tx, Optional<Shortfall.Status> status, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("status", Bind.maybe(status.map(Enum::name).orElse(null), String.class)).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(this::shortfall).all().collectList().map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Shortfall shortfall(Readable row) {
        Shortfall.Of of = new Shortfall.Of(row.get("round_id", UUID.class), row.get("round_code", String.class), row.get("association_id", UUID.class), row.get("group_id", UUID.class),
                row.get("seller_id", UUID.class), row.get("lot_id", UUID.class), row.get("lot_code", String.class), row.get("grade", String.class));
        Shortfall.Stated stated = new Shortfall.Stated(row.get("stated_by", UUID.class), row.get("stated_person", UUID.class), row.get("stated_at", Instant.class), row.get("reason", String.class));
        Optional<Shortfall.Ended> ended = Optional.ofNullable(row.get("ended_at", Instant.class)).map(at -> new Shortfall.Ended(row.get("ended_party", UUID.class),
                row.get("ended_person", UUID.class), at, row.get("ended_words", String.class)));
        Optional<Division> division = Optional.ofNullable(row.get("division", Json.class)).map(it -> json.readValue(it.asArray(), Division.class));
        return new Shortfall(row.get("id", UUID.class), row.get("code", String.class), of, stated, new Kilograms(row.get("entitled_kg", Long.class)),
                new Kilograms(row.get("comes_kg", Long.class)), Shortfall.Status.valueOf(row.get("status", String.class)), ended, division, row.get("version", Long.class));
    }
}
