package org.jucai.platform.award.runs;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.runs.AwardRun.Outcome;
import org.jucai.platform.award.runs.AwardRun.Scenario;
import org.jucai.platform.award.runs.RunBoard.Awarded;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of computations of awards, as those who ask for them see it. */
@Component
class SqlRuns {

    private static final String COLUMNS = """
            id, round_id, association_id, call, basis, scenario, work_limit, rules_priced, status, version, exploratory, fault, progress, outcome,
            lines_left, asked_by, asked_at, started_at, finished_at, stop_asked_at""";

    private static final String ADD = """
            insert into award_run (id, round_id, association_id, call, basis, scenario, work_limit, rules_priced, status, version, first_problem, salt,
                asked_by, asked_at)
            values (:id, :round, :association, :call, :basis, :scenario, :work, :priced, 'WAITING', 1, :problem, :salt, :by, :at)
            """;

    private static final String LIST = "select " + COLUMNS + """
             from award_run where round_id = :round and (:after::uuid is null or id < :after) order by id desc limit :limit
            """;

    /** One that waits ends here and now; of one under way whoever solves it hears. */
    private static final String STOP = """
            update award_run set stop_asked_at = :at, version = version + 1,
                status = case status when 'WAITING' then 'UNDECIDED' else status end,
                exploratory = exploratory or status = 'WAITING',
                finished_at = case status when 'WAITING' then :at else finished_at end
            where id = :id and version = :version
            """;

    private static final String UNFINISHED = "select count(*) from award_run where round_id = :round and status in ('WAITING', 'SOLVING')";

    private static final String DOCUMENTS = """
            select id, round_id, basis, status, exploratory, problem, result, outcome, lines_left, finished_at from award_run
            where id = :id and problem is not null and result is not null and outcome is not null and finished_at is not null
            """;

    private final JsonMapper json;

    SqlRuns(JsonMapper json) {
        this.json = json;
    }

    /** The documents that a new computation begins with. */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared never
    record Begun(AwardRun run, byte[] problem, byte[] salt) {}

    Mono<Void> add(Tx tx, Begun begun) {
        AwardRun run = begun.run();
        return tx.sql(ADD)
                .bind("id", run.id())
                .bind("round", run.roundId())
                .bind("association", run.associationId())
                .bind("call", run.call())
                .bind("basis", run.basis().name())
                .bind("scenario", Json.of(json.writeValueAsBytes(run.scenario())))
                .bind("work", run.workLimit())
                .bind("priced", run.rulesPriced())
                .bind("problem", begun.problem())
                .bind("salt", begun.salt())
                .bind("by", run.askedBy())
                .bind("at", Bind.at(run.askedAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<Boolean> stop(Tx tx, AwardRun run, Instant at) {
        return tx.sql(STOP).bind("at", Bind.at(at)).bind("id", run.id()).bind("version", run.version()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<AwardRun> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from award_run where id = :id").bind("id", id).map(this::run).one();
    }

    Mono<AwardRun> findToMove(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from award_run where id = :id for update").bind("id", id).map(this::run).one();
    }

    /** Newest first. */
    Mono<Page<AwardRun>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", roundId).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(this::run).all().collectList().map(rows -> Page.cut(rows, limit, run -> run.id().toString()));
    }

    Mono<Integer> unfinished(Tx tx, UUID roundId) {
        return tx.sql(UNFINISHED).bind("round", roundId).mapValue(Integer.class).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null, or asked for as such
    Mono<SolvedRun> documents(Tx tx, UUID id) {
        return tx.sql(DOCUMENTS).bind("id", id).map(row -> new SolvedRun(row.get("id", UUID.class), row.get("round_id", UUID.class),
                Basis.valueOf(row.get("basis", String.class)), RunStatus.valueOf(row.get("status", String.class)), row.get("exploratory", Boolean.class),
                row.get("problem", byte[].class), row.get("result", byte[].class),
                CheckedFigures.of(json.readValue(row.get("outcome", Json.class).asArray(), Outcome.class).report()),
                List.of(row.get("lines_left", UUID[].class)), row.get("finished_at", Instant.class))).one();
    }

    /** Empty where it came to no award. */
    @SuppressWarnings("NullAway") // asked for as not null
    Mono<Awarded> awarded(Tx tx, UUID id) {
        return tx.sql("select awarded from award_run where id = :id and awarded is not null").bind("id", id)
                .map(row -> json.readValue(row.get("awarded", Json.class).asArray(), Awarded.class)).one();
    }

    @SuppressWarnings("NullAway") // declared not null
    Mono<byte[]> salt(Tx tx, UUID id) {
        return tx.sql("select salt from award_run where id = :id").bind("id", id).map(row -> row.get("salt", byte[].class)).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private AwardRun run(Readable row) {
        return new AwardRun(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("association_id", UUID.class), row.get("call", Integer.class),
                Basis.valueOf(row.get("basis", String.class)), json.readValue(row.get("scenario", Json.class).asArray(), Scenario.class),
                row.get("work_limit", Long.class), row.get("rules_priced", Boolean.class), RunStatus.valueOf(row.get("status", String.class)),
                row.get("version", Long.class), row.get("exploratory", Boolean.class),
                Optional.ofNullable(row.get("fault", String.class)).map(AwardRun.RunFault::valueOf),
                read(row, "progress", AwardRun.Progress.class), read(row, "outcome", Outcome.class), List.of(row.get("lines_left", UUID[].class)),
                row.get("asked_by", UUID.class), row.get("asked_at", Instant.class), at(row, "started_at"), at(row, "finished_at"), at(row, "stop_asked_at"));
    }

    private <T> Optional<T> read(Readable row, String column, Class<T> type) {
        return Optional.ofNullable(row.get(column, Json.class)).map(kept -> json.readValue(kept.asArray(), type));
    }

    private static Optional<Instant> at(Readable row, String column) {
        return Optional.ofNullable(row.get(column, Instant.class));
    }
}
