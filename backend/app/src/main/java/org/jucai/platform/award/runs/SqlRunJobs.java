package org.jucai.platform.award.runs;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shelf of computations that somebody is at, and until when. That time is told by the database, so that processes whose clocks differ
 * agree about it; whoever lost its lease writes nothing any more.
 */
@Component
class SqlRunJobs {

    private static final String CLAIM = """
            update award_run set status = 'SOLVING', holder = :holder, leased_until = clock_timestamp() + :lease * interval '1 ms',
                attempts = attempts + 1, version = version + 1, started_at = coalesce(started_at, :at)
            where id = (select id from award_run where status = 'WAITING' or status = 'SOLVING' and leased_until < clock_timestamp()
                        order by id limit 1 for update skip locked)
            returning id, round_id, association_id, version, basis, work_limit, rules_priced, first_problem, attempts, stop_asked_at
            """;

    private static final String TEND = """
            update award_run set leased_until = clock_timestamp() + :lease * interval '1 ms', progress = coalesce(:progress, progress),
                version = version + :news
            where id = :id and holder = :holder and status = 'SOLVING'
            returning version, stop_asked_at is not null as stop
            """;

    private static final String RELEASE = """
            update award_run set leased_until = clock_timestamp() + :rest * interval '1 ms' where id = :id and holder = :holder and status = 'SOLVING'
            """;

    private static final String END = """
            update award_run set status = :status, exploratory = :exploratory, fault = :fault, problem = :problem, result = :result, outcome = :outcome, awarded = :awarded,
                lines_left = :left, finished_at = :at, holder = null, leased_until = null, version = version + 1
            where id = :id and holder = :holder and status = 'SOLVING'
            returning version
            """;

    private final JsonMapper json;

    SqlRunJobs(JsonMapper json) {
        this.json = json;
    }

    /**
     * A computation to be done.
     *
     * @param holder who has it, until the lease ends
     * @param attempts how often it was begun
     */
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Job(UUID id, UUID roundId, UUID associationId, UUID holder, long version, long workLimit, boolean rulesPriced, byte[] problem, int attempts,
            boolean stopAsked) {}

    /** How a computation ended. */
    record Ended(RunStatus status, boolean exploratory, AwardRun.@Nullable RunFault fault, RunSolver.@Nullable Checked checked, List<UUID> linesLeft) {}

    /** What the database says of a lease that was kept. */
    record Kept(long version, boolean stop) {}

    /** The oldest that nobody is at, taken for a while. */
    Mono<Job> claim(Tx tx, UUID holder, Duration lease, Instant at) {
        return tx.sql(CLAIM).bind("holder", holder).bind("lease", lease.toMillis()).bind("at", Bind.at(at)).map(row -> job(row, holder)).one();
    }

    /** Keeps the lease and tells how far it is; empty where it was lost. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Kept> tend(Tx tx, Job job, Duration lease, Optional<AwardRun.Progress> news) {
        Json progress = news.map(one -> Json.of(json.writeValueAsBytes(one))).orElse(null);
        return tx.sql(TEND).bind("lease", lease.toMillis()).bind("progress", Bind.maybe(progress, Json.class)).bind("news", news.isPresent() ? 1 : 0)
                .bind("id", job.id()).bind("holder", job.holder())
                .map(row -> new Kept(row.get("version", Long.class), row.get("stop", Boolean.class))).one();
    }

    /** Given up for now; whoever is first after a rest begins anew. */
    Mono<Void> release(Tx tx, Job job, Duration rest) {
        return tx.sql(RELEASE).bind("rest", rest.toMillis()).bind("id", job.id()).bind("holder", job.holder()).fetch().rowsUpdated().then();
    }

    /** The version it ended with; empty where the lease was lost: then another tells how it ended. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Long> end(Tx tx, Job job, Ended ended, Instant at) {
        RunSolver.Checked checked = ended.checked();
        return tx.sql(END)
                .bind("status", ended.status().name())
                .bind("exploratory", ended.exploratory())
                .bind("fault", Bind.maybe(ended.fault() == null ? null : ended.fault().name(), String.class))
                .bind("problem", Bind.maybe(checked == null ? null : checked.problem(), byte[].class))
                .bind("result", Bind.maybe(checked == null ? null : checked.result(), byte[].class))
                .bind("outcome", Bind.maybe(checked == null ? null : Json.of(json.writeValueAsBytes(checked.outcome())), Json.class))
                .bind("awarded", Bind.maybe(checked == null ? null : Json.of(json.writeValueAsBytes(checked.awarded())), Json.class))
                .bind("left", ended.linesLeft().toArray(UUID[]::new))
                .bind("at", Bind.at(at))
                .bind("id", job.id())
                .bind("holder", job.holder())
                .map(row -> row.get("version", Long.class)).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Job job(Readable row, UUID holder) {
        return new Job(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("association_id", UUID.class), holder, row.get("version", Long.class),
                row.get("work_limit", Long.class), row.get("rules_priced", Boolean.class), row.get("first_problem", byte[].class),
                row.get("attempts", Integer.class), row.get("stop_asked_at", Instant.class) != null);
    }
}
