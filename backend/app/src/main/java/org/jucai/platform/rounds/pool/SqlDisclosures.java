package org.jucai.platform.rounds.pool;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.disclosure.Band;
import org.jucai.platform.rounds.disclosure.Cell;
import org.jucai.platform.rounds.disclosure.PoolStep;
import org.jucai.platform.rounds.disclosure.Share;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is published of the pool, and what it was made of. */
@Component
class SqlDisclosures {

    private static final TypeReference<List<Share>> SHARES = new TypeReference<>() {};

    /** A band as everybody may see it. */
    record PublicBand(String grade, Band band, Instant steppedAt) {}

    /** A grade's last step, with what it was made of. */
    record LastStep(String grade, PoolStep step) {}

    /** The published cells, and the shares they were made of. */
    record Publication(Instant publishedAt, Cell total, List<Share> counted) {}

    private static final String BANDS = "select grade, band, stepped_at from pool_step where round_id = :round order by grade";

    private static final String STEPS = "select grade, state from pool_step where round_id = :round";

    private static final String STEP = """
            insert into pool_step (round_id, grade, band, stepped_at, state) values (:round, :grade, :band, :at, :state)
            on conflict (round_id, grade) do update set band = excluded.band, stepped_at = excluded.stepped_at, state = excluded.state
            """;

    /** What each member asks for, by its first choice; lines that count only. */
    private static final String SHARE = """
            select enterprise_id, accepted_grades[1] as grade, zone, window_from_on, sum(target_kg)::bigint as target_kg
            from demand_line
            where round_id = :round and status in ('SUBMITTED', 'COMMITTED', 'POOLED', 'ALLOCATED')
            group by 1, 2, 3, 4
            """;

    /** Rounds with something to look at: a grade whose band may step, cells not published yet or older than the freeze. */
    private static final String DUE = """
            select r.id from round r left join pool_publication p on p.round_id = r.id
            where r.id > :after and (
                r.status = 'COLLECTING' and jsonb_array_length(r.terms -> 'grades')
                    > (select count(*) from pool_step s where s.round_id = r.id and s.stepped_at > :steppedBy)
                or r.status in ('LOCKED', 'POOLED') and (p.round_id is null or r.frozen_at > p.published_at))
            order by r.id
            limit :limit
            """;

    private static final String CELLS = "select cells from pool_publication where round_id = :round";

    private static final String PUBLICATION = "select published_at, cells, counted from pool_publication where round_id = :round";

    private static final String PUBLISH = """
            insert into pool_publication (round_id, published_at, cells, counted) values (:round, :at, :cells, :counted)
            on conflict (round_id) do update set published_at = excluded.published_at, cells = excluded.cells, counted = excluded.counted
            """;

    private final JsonMapper json;

    SqlDisclosures(JsonMapper json) {
        this.json = json;
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<PublicBand>> bands(Tx tx, UUID roundId) {
        return tx.sql(BANDS).bind("round", roundId)
                .map(row -> new PublicBand(row.get("grade", String.class), Band.valueOf(row.get("band", String.class)), row.get("stepped_at", Instant.class)))
                .all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<LastStep>> steps(Tx tx, UUID roundId) {
        return tx.sql(STEPS).bind("round", roundId)
                .map(row -> new LastStep(row.get("grade", String.class), json.readValue(row.get("state", Json.class).asArray(), PoolStep.class)))
                .all().collectList();
    }

    Mono<Void> keep(Tx tx, UUID roundId, LastStep last) {
        return tx.sql(STEP).bind("round", roundId).bind("grade", last.grade()).bind("band", last.step().band().name())
                .bind("at", last.step().at().atOffset(ZoneOffset.UTC)).bind("state", Json.of(json.writeValueAsBytes(last.step())))
                .fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<Share>> shares(Tx tx, UUID roundId) {
        return tx.sql(SHARE).bind("round", roundId)
                .map(row -> new Share(row.get("enterprise_id", UUID.class), row.get("grade", String.class), row.get("zone", String.class),
                        row.get("window_from_on", LocalDate.class).toString(), new Kilograms(row.get("target_kg", Long.class))))
                .all().collectList();
    }

    /** Ids after {@code after}, ascending; {@code steppedBy}: a band that stepped later than this rests. */
    Mono<List<UUID>> due(Tx tx, Instant steppedBy, UUID after, int limit) {
        return tx.sql(DUE).bind("steppedBy", Bind.at(steppedBy)).bind("after", after).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Cell> cells(Tx tx, UUID roundId) {
        return tx.sql(CELLS).bind("round", roundId).map(row -> json.readValue(row.get("cells", Json.class).asArray(), Cell.class)).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Publication> publication(Tx tx, UUID roundId) {
        return tx.sql(PUBLICATION).bind("round", roundId)
                .map(row -> new Publication(row.get("published_at", Instant.class), json.readValue(row.get("cells", Json.class).asArray(), Cell.class),
                        json.readValue(row.get("counted", Json.class).asArray(), SHARES)))
                .one();
    }

    Mono<Void> publish(Tx tx, UUID roundId, Publication publication) {
        return tx.sql(PUBLISH).bind("round", roundId).bind("at", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("cells", Json.of(json.writeValueAsBytes(publication.total())))
                .bind("counted", Json.of(json.writeValueAsBytes(publication.counted())))
                .fetch().rowsUpdated().then();
    }
}
