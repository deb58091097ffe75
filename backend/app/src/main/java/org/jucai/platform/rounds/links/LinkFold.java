package org.jucai.platform.rounds.links;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Follower;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.demand.DemandLine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the feed for lines that were entered for members. Lines come in by the batch, from the telephone and from workbooks;
 * reading what was written keeps the texts out of that path, and the cursor moves with the links and the texts, so each once.
 */
@Component
class LinkFold implements Beating {

    private static final String READER = "confirmation-links";
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Set<String> ENTERED = Set.of("LineEntered");
    private static final int AT_ONCE = 2_000;

    private final Feed feed;
    private final LinkMaker maker;
    private final Follower follower;

    LinkFold(Database database, Feed feed, LinkMaker maker) {
        this.feed = feed;
        this.maker = maker;
        this.follower = new Follower(database, feed, AT_ONCE, this::bring);
    }

    /** Reads what the feed holds now; tells how many events. */
    Mono<Integer> fold() {
        return follower.follow();
    }

    private Mono<Follower.Part> bring(Tx tx) {
        return feed.stand(tx, READER).flatMap(stand -> feed.glean(tx, stand, ENTERED, AT_ONCE)
                .flatMap(found -> Flux.fromIterable(entered(found.events()).entrySet())
                        .concatMap(round -> maker.make(tx, round.getKey(), round.getValue()))
                        .then(feed.move(tx, READER, found.reached()))
                        .thenReturn(new Follower.Part(Math.toIntExact(found.seen()), found.reached()))));
    }

    private static Map<UUID, Set<UUID>> entered(List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.stream().equals(DemandLine.STREAM) && event.roundId() != null)
                .collect(Collectors.groupingBy(LinkFold::round, Collectors.mapping(RecordedEvent::streamId, Collectors.toSet())));
    }

    private static UUID round(RecordedEvent event) {
        UUID round = event.roundId();
        if (round == null) throw new IllegalStateException("a line without a round: " + event.streamId());
        return round;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return fold().then();
    }
}
