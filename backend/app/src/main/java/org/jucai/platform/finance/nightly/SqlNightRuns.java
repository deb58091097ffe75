package org.jucai.platform.finance.nightly;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of runs. */
@Component
class SqlNightRuns {

    private static final String COLUMNS = "id, kind, due_on, asked_at, started_at, ended_at, looked_at, differing, difference_fen::bigint as difference_fen, failure";
    private static final int DETAILS = 100;

    private static final String CLAIM = """
            update finance_run set started_at = :now where id = (
                select id from finance_run where ended_at is null and (started_at is null or started_at < :left) and kind = any(:kinds) order by asked_at, id limit 1 for update skip locked)
            returning %s
            """.formatted(COLUMNS);

    private final JsonMapper json;

    SqlNightRuns(JsonMapper json) {
        this.json = json;
    }

    /** Puts a day's run down, once. */
    Mono<Long> due(Tx tx, UUID id, RunKind kind, LocalDate on, Instant now) {
        return tx.sql("insert into finance_run (id, kind, due_on, asked_at) values (:id, :kind, :on, :now) on conflict on constraint finance_run_is_due_once_a_day do nothing")
                .bind("id", id).bind("kind", kind.name()).bind("on", on).bind("now", Bind.at(now)).fetch().rowsUpdated();
    }

    Mono<Run> ask(Asking asking, UUID id, RunKind kind) {
        return asking.tx().sql("insert into finance_run (id, kind, asked_by, asked_at) values (:id, :kind, :by, :now) returning " + COLUMNS)
                .bind("id", id).bind("kind", kind.name()).bind("by", asking.actor().personId()).bind("now", Bind.at(asking.at())).map(SqlNightRuns::run).one();
    }

    Mono<Run> waiting(Tx tx, RunKind kind) {
        return tx.sql("select " + COLUMNS + " from finance_run where kind = :kind and started_at is null order by asked_at limit 1").bind("kind", kind.name()).map(SqlNightRuns::run).one();
    }

    /** @param left begun before this and not ended, it was left */
    Mono<Run> claim(Tx tx, Instant now, Instant left, Collection<RunKind> kinds) {
        return tx.sql(CLAIM).bind("now", Bind.at(now)).bind("left", Bind.at(left)).bind("kinds", kinds.stream().map(Enum::name).toArray(String[]::new)).map(SqlNightRuns::run).one();
    }

    Mono<Void> end(Tx tx, UUID id, Instant at, NightlyWork.Outcome outcome) {
        return tx.sql("update finance_run set ended_at = :at, looked_at = :looked, differing = :differing, difference_fen = :fen, details = :details where id = :id")
                .bind("at", Bind.at(at)).bind("looked", outcome.lookedAt()).bind("differing", outcome.differing()).bind("fen", outcome.differenceFen())
                .bind("details", Json.of(json.writeValueAsBytes(outcome.details().stream().limit(DETAILS).toList()))).bind("id", id).fetch().rowsUpdated().then();
    }

    Mono<Void> fail(Tx tx, UUID id, Instant at, String failure) {
        return tx.sql("update finance_run set ended_at = :at, failure = :failure where id = :id").bind("at", Bind.at(at)).bind("failure", failure).bind("id", id)
                .fetch().rowsUpdated().then();
    }

    Mono<Page<Run>> list(Tx tx, @Nullable RunKind kind, @Nullable String cursor, int limit) {
        return tx.sql("select " + COLUMNS + " from finance_run where (:kind::text is null or kind = :kind) and (:before::uuid is null or id < :before) order by id desc limit :limit")
                .bind("kind", Bind.maybe(kind == null ? null : kind.name(), String.class)).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlNightRuns::run).all().collectList().map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    /** The last day whose run ended without failing. */
    Mono<Optional<LocalDate>> lastWhole(Tx tx, RunKind kind) {
        return tx.sql("select max(due_on) as last_on from finance_run where kind = :kind and ended_at is not null and failure is null").bind("kind", kind.name())
                .map(row -> Optional.ofNullable(row.get("last_on", LocalDate.class))).one();
    }

    /** Whether the newest re-derivation that ended found the books to differ. */
    Mono<Boolean> lastDiffer(Tx tx) {
        return tx.sql("select differing > 0 as differs from finance_run where kind = 'REDERIVATION' and ended_at is not null and failure is null order by ended_at desc, id desc limit 1")
                .mapValue(Boolean.class).one().defaultIfEmpty(false);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Run run(Readable row) {
        return new Run(row.get("id", UUID.class), RunKind.valueOf(row.get("kind", String.class)), Optional.ofNullable(row.get("due_on", LocalDate.class)), row.get("asked_at", Instant.class),
                Optional.ofNullable(row.get("started_at", Instant.class)), Optional.ofNullable(row.get("ended_at", Instant.class)),
                new Run.Counts(row.get("looked_at", Long.class), row.get("differing", Long.class), row.get("difference_fen", Long.class)), Optional.ofNullable(row.get("failure", String.class)));
    }
}
