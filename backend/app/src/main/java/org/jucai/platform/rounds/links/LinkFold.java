package org.jucai.platform.rounds.links;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Position;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.demand.DemandLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the feed for lines that were entered for members. Lines come in by the batch, from the telephone and from workbooks;
 * reading what was written keeps the texts out of that path, and the cursor moves with the links and the texts, so each once.
 */
@Component
class LinkFold implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LinkFold.class);
    private static final String READER = "confirmation-links";
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Feed feed;
    private final LinkMaker maker;
    private volatile Position read = Position.START;
    private final Disposable.Swap running = Disposables.swap();

    LinkFold(Database database, Feed feed, LinkMaker maker) {
        this.database = database;
        this.feed = feed;
        this.maker = maker;
    }

    /** Reads what the feed holds now; tells how many events. Idle, it only looks where the feed ends. */
    Mono<Integer> fold() {
        return database.read(Scope.background(), feed::end)
                .filter(end -> end.compareTo(read) > 0)
                .flatMap(end -> database.write(Scope.background(), this::bring))
                .flatMap(count -> count == AT_ONCE ? fold().map(more -> more + count) : Mono.just(count))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> bring(Tx tx) {
        return feed.stand(tx, READER).flatMap(stand -> feed.after(tx, stand, AT_ONCE).flatMap(events -> {
            Position last = events.isEmpty() ? stand : events.getLast().position();
            return Flux.fromIterable(entered(events).entrySet())
                    .concatMap(round -> maker.make(tx, round.getKey(), round.getValue()))
                    .then(feed.move(tx, READER, last))
                    .then(Mono.fromSupplier(() -> {
                        read = last;
                        return events.size();
                    }));
        }));
    }

    private static Map<UUID, Set<UUID>> entered(List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.stream().equals(DemandLine.STREAM) && event.type().equals("LineEntered") && event.roundId() != null)
                .collect(Collectors.groupingBy(LinkFold::round, Collectors.mapping(RecordedEvent::streamId, Collectors.toSet())));
    }

    private static UUID round(RecordedEvent event) {
        UUID round = event.roundId();
        if (round == null) throw new IllegalStateException("a line without a round: " + event.streamId());
        return round;
    }

    @Override
    public void start() {
        running.update(Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(beat -> fold().onErrorResume(LinkFold::later), 1)
                .subscribe(count -> {}, failure -> LOG.error("no links are made any more", failure)));
    }

    private static Mono<Integer> later(Throwable failure) {
        LOG.warn("links could not be made, trying again: {}", failure.toString());
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
