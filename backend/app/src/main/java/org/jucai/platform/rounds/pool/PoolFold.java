package org.jucai.platform.rounds.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Position;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings the demand events of the feed into the running totals; the cursor moves in the same transaction, so each once. */
@Component
class PoolFold implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PoolFold.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final Feed feed;
    private final SqlPool pool;
    private final JsonMapper json;
    private volatile Position brought = Position.START;
    private final Disposable.Swap running = Disposables.swap();

    /** A change of one cell, as a row. */
    record CellMove(
            @JsonProperty("round_id") UUID roundId,
            @JsonProperty("grade") String grade,
            @JsonProperty("zone") String zone,
            @JsonProperty("window_from_on") LocalDate windowFromOn,
            @JsonProperty("window_to_on") LocalDate windowToOn,
            @JsonProperty("lines") long lines,
            @JsonProperty("minimum_kg") long minimumKg,
            @JsonProperty("target_kg") long targetKg,
            @JsonProperty("maximum_kg") long maximumKg) {

        CellMove plus(CellMove other) {
            return new CellMove(roundId, grade, zone, windowFromOn, windowToOn, lines + other.lines, minimumKg + other.minimumKg,
                    targetKg + other.targetKg, maximumKg + other.maximumKg);
        }
    }

    private record Key(UUID roundId, String grade, String zone, LocalDate windowFromOn) {}

    PoolFold(Database database, Feed feed, SqlPool pool, JsonMapper json) {
        this.database = database;
        this.feed = feed;
        this.pool = pool;
        this.json = json;
    }

    /** Brings what the feed holds now; tells how many events. Idle, it only reads. */
    Mono<Integer> fold() {
        return database.read(Scope.background(), feed::end)
                .filter(end -> end.compareTo(brought) > 0)
                .flatMap(end -> database.write(Scope.background(), this::bring))
                .flatMap(count -> count == AT_ONCE ? fold().map(more -> more + count) : Mono.just(count))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> bring(Tx tx) {
        return feed.stand(tx, SqlPool.READER).flatMap(stand -> feed.after(tx, stand, AT_ONCE).flatMap(events -> {
            Position last = events.isEmpty() ? stand : events.getLast().position();
            return pool.add(tx, moves(events))
                    .then(feed.move(tx, SqlPool.READER, last))
                    .then(Mono.fromSupplier(() -> {
                        brought = last;
                        return events.size();
                    }));
        }));
    }

    private List<CellMove> moves(List<RecordedEvent> events) {
        Map<Key, CellMove> sums = new HashMap<>();
        for (RecordedEvent event : events) {
            UUID roundId = event.roundId();
            if (!event.stream().equals("demand-line") || roundId == null) continue;
            for (JsonNode move : json.readTree(event.body()).path("moves")) {
                CellMove cell = cell(roundId, move);
                sums.merge(new Key(roundId, cell.grade(), cell.zone(), cell.windowFromOn()), cell, CellMove::plus);
            }
        }
        return new ArrayList<>(sums.values());
    }

    private static CellMove cell(UUID roundId, JsonNode move) {
        return new CellMove(roundId, move.path("grade").stringValue(), move.path("zone").stringValue(),
                LocalDate.parse(move.path("windowFromOn").stringValue()), LocalDate.parse(move.path("windowToOn").stringValue()),
                move.path("lines").longValue(), move.path("minimumKg").longValue(), move.path("targetKg").longValue(),
                move.path("maximumKg").longValue());
    }

    @Override
    public void start() {
        running.update(Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(beat -> fold().onErrorResume(PoolFold::later), 1)
                .subscribe(count -> {}, failure -> LOG.error("the totals of the pool are not kept any more", failure)));
    }

    private static Mono<Integer> later(Throwable failure) {
        LOG.warn("the totals of the pool could not be brought up, trying again: {}", failure.toString());
        return Mono.just(0);
    }

    @Override
    public void stop() {
        running.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed() && running.get() != null;
    }
}
