package org.jucai.platform.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Position;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.pool.PoolEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a client missed between two positions: every event it may hear, in order, and of each pool the present state.
 * Bounded: who was away too long, or missed too much, is told to read again.
 */
@Component
class Replay {

    static final int AT_MOST = 10_000;
    static final Duration NOT_OLDER_THAN = Duration.ofHours(24);
    private static final int PAGE = 500;

    private final Database database;
    private final Feed feed;
    private final Shapes shapes;
    private final Clock clock;

    Replay(Database database, Feed feed, Shapes shapes, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.shapes = shapes;
        this.clock = clock;
    }

    /** What was gathered so far; {@code beyond}: it is more than is told again. */
    private static final class Missed {
        private final List<Frame> frames = new ArrayList<>();
        private final Set<UUID> lines = new HashSet<>();
        private final Set<UUID> published = new HashSet<>();
        private int events;
        private boolean beyond;
    }

    /** Frames after {@code from}, up to and with {@code upTo}. */
    Mono<List<Frame>> between(Listener listener, Position from, Position upTo) {
        if (from.compareTo(upTo) >= 0) return Mono.just(List.of());
        Missed missed = new Missed();
        Instant oldest = clock.instant().minus(NOT_OLDER_THAN);
        return page(from)
                .expand(events -> events.size() < PAGE || missed.beyond || events.getLast().position().compareTo(upTo) >= 0
                        ? Mono.empty()
                        : page(events.getLast().position()))
                .concatMap(events -> Flux.fromIterable(events)
                        .filter(event -> event.position().compareTo(upTo) <= 0)
                        .concatMap(event -> gather(missed, listener, event, oldest))
                        .then(), 1)
                .then(Mono.defer(() -> missed.beyond ? Mono.just(List.of(reset(upTo))) : withPools(missed, listener, upTo)));
    }

    private Mono<List<RecordedEvent>> page(Position from) {
        return database.read(Scope.background(), tx -> feed.after(tx, from, PAGE));
    }

    private Mono<Void> gather(Missed missed, Listener listener, RecordedEvent event, Instant oldest) {
        missed.events++;
        if (missed.events > AT_MOST || event.at().isBefore(oldest)) missed.beyond = true;
        UUID round = event.roundId();
        if (!missed.beyond && listener.notices() && event.stream().equals(Shapes.NOTICES)) {
            return shapes.of(event).doOnNext(frames -> frames.stream().filter(listener::hears).forEach(missed.frames::add)).then();
        }
        if (missed.beyond || round == null) return Mono.empty();
        boolean follows = listener.topics().contains(round);
        if (!follows && !(listener.rounds() && event.stream().equals("round"))) return Mono.empty();
        if (event.stream().equals(PoolEvent.STREAM)) {
            missed.published.add(round);
            return Mono.empty();
        }
        if (shapes.movesPool(event)) missed.lines.add(round);
        return shapes.of(event).doOnNext(frames -> frames.stream().filter(listener::hears).forEach(missed.frames::add)).then();
    }

    private Mono<List<Frame>> withPools(Missed missed, Listener listener, Position upTo) {
        Instant now = clock.instant();
        Flux<Frame> exact = Flux.fromIterable(missed.lines)
                .filterWhen(round -> shapes.owner(round).map(listener::isSecretariatOf))
                .concatMap(round -> shapes.exactPool(upTo, round, now));
        Flux<Frame> published = Flux.fromIterable(missed.published).concatMap(round -> shapes.publishedPool(upTo, round, now));
        return Flux.concat(Flux.fromIterable(missed.frames), Flux.concat(exact, published).filter(listener::hears)).collectList();
    }

    Frame reset(Position upTo) {
        return new Frame(upTo, new UUID(0, 0), true, new Audience.Everybody(), Said.reset(clock.instant()));
    }
}
