package org.jucai.platform.award.decisions;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of award versions. */
@Component
class SqlAwards {

    private static final String COLUMNS = """
            round_id, number, association_id, call, run_id, status, version, sheet, proposed_by, proposed_at, publicised_at, final_at, revoked_at, revoked_because""";

    private static final String ADD = """
            insert into award (round_id, number, association_id, call, run_id, status, version, sheet, proposed_by, proposed_at)
            values (:round, :number, :association, :call, :run, 'PROPOSED', 1, :sheet, :by, :at)
            """;

    private static final String ADD_INSIDE = """
            insert into award_inside (round_id, number, association_id, decision, settlement, ranks, compared_milli_fen)
            values (:round, :number, :association, :decision, :settlement, :ranks, :compared)
            """;

    private static final String FIND = "select " + COLUMNS + """
             from award where round_id = :round and (:number::integer is null or number = :number) order by number desc limit 1
            """;

    private static final String PUBLICISE = """
            update award set status = 'PUBLICISED', publicised_at = :at, version = version + 1 where round_id = :round and status = 'PROPOSED' returning %s
            """.formatted(COLUMNS);

    private static final String FINALISE = """
            update award set status = 'FINAL', final_at = :at, version = version + 1 where round_id = :round and status = 'PUBLICISED' returning %s
            """.formatted(COLUMNS);

    private static final String REVOKE = """
            update award set status = 'REVOKED', revoked_at = :at, revoked_because = :why, version = version + 1
            where round_id = :round and status <> 'REVOKED' returning %s
            """.formatted(COLUMNS);

    private static final String COUNT = "update award set version = version + 1 where round_id = :round and number = :number and version = :version";

    private static final TypeReference<List<Award.Rank>> RANKS = new TypeReference<>() {};

    private final JsonMapper json;

    SqlAwards(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Tx tx, Award award, Award.Inside inside) {
        return tx.sql(ADD)
                .bind("round", award.roundId())
                .bind("number", award.number())
                .bind("association", award.associationId())
                .bind("call", award.call())
                .bind("run", award.runId())
                .bind("sheet", written(award.sheet()))
                .bind("by", award.proposedBy())
                .bind("at", Bind.at(award.proposedAt()))
                .fetch().rowsUpdated()
                .then(Mono.defer(() -> tx.sql(ADD_INSIDE)
                        .bind("round", award.roundId())
                        .bind("number", award.number())
                        .bind("association", award.associationId())
                        .bind("decision", written(inside.decision()))
                        .bind("settlement", written(inside.settlement()))
                        .bind("ranks", written(inside.ranks()))
                        .bind("compared", Bind.maybe(inside.comparedMilliFen(), Long.class))
                        .fetch().rowsUpdated()))
                .then();
    }

    /** A version, or the newest that the parties may see. */
    Mono<Award> find(Tx tx, UUID round, @Nullable Integer number) {
        return tx.sql(FIND).bind("round", round).bind("number", Bind.maybe(number, Integer.class)).map(this::award).one();
    }

    /** Empty to those who may not know it. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Award.Inside> inside(Tx tx, UUID round, int number) {
        return tx.sql("select decision, settlement, ranks, compared_milli_fen from award_inside where round_id = :round and number = :number").bind("round", round).bind("number", number)
                .map(row -> new Award.Inside(json.readValue(row.get("decision", Json.class).asArray(), Award.Decided.class),
                        json.readValue(row.get("settlement", Json.class).asArray(), Settlement.class),
                        json.readValue(row.get("ranks", Json.class).asArray(), RANKS), row.get("compared_milli_fen", Long.class)))
                .one();
    }

    /** Empty where nothing is proposed. */
    Mono<Award> publicise(Tx tx, UUID round, Instant at) {
        return tx.sql(PUBLICISE).bind("round", round).bind("at", Bind.at(at)).map(this::award).one();
    }

    Mono<Award> finalise(Tx tx, UUID round, Instant at) {
        return tx.sql(FINALISE).bind("round", round).bind("at", Bind.at(at)).map(this::award).one();
    }

    /** The version that had not ended; empty where there is none. */
    Mono<Award> revoke(Tx tx, UUID round, String why, Instant at) {
        return tx.sql(REVOKE).bind("round", round).bind("why", why).bind("at", Bind.at(at)).map(this::award).one();
    }

    /** One more event of this version. */
    Mono<Boolean> count(Tx tx, Award award) {
        return tx.sql(COUNT).bind("round", award.roundId()).bind("number", award.number()).bind("version", award.version()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private Json written(Object value) {
        return Json.of(json.writeValueAsBytes(value));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Award award(Readable row) {
        return new Award(row.get("round_id", UUID.class), row.get("number", Integer.class), row.get("association_id", UUID.class), row.get("call", Integer.class),
                row.get("run_id", UUID.class), Award.Status.valueOf(row.get("status", String.class)), row.get("version", Long.class),
                json.readValue(row.get("sheet", Json.class).asArray(), AwardSheet.class), row.get("proposed_by", UUID.class), row.get("proposed_at", Instant.class),
                at(row, "publicised_at"), at(row, "final_at"), at(row, "revoked_at"), Optional.ofNullable(row.get("revoked_because", String.class)));
    }

    private static Optional<Instant> at(Readable row, String column) {
        return Optional.ofNullable(row.get(column, Instant.class));
    }
}
