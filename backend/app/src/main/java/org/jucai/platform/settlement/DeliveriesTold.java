package org.jucai.platform.settlement;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Follower;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Learns from the journal which goods were taken and which were taken back. What a delivery is now counts, not the order of what was told. */
@Component
class DeliveriesTold {

    static final Set<DeliveryStatus> TAKEN = EnumSet.of(DeliveryStatus.UNLOADED, DeliveryStatus.AT_MEMBER, DeliveryStatus.IN_STORE, DeliveryStatus.RELEASED);

    private static final String READER = "settlement";
    private static final Set<String> TYPES = Set.of("DeliveryUnloaded", "DeliveryPassed", "DeliveryReturned");
    private static final int AT_ONCE = 2_000;

    private final Feed feed;
    private final DeliveryBoard deliveries;
    private final SqlWorths worths;
    private final Clock clock;
    private final Follower follower;

    DeliveriesTold(Database database, Feed feed, DeliveryBoard deliveries, SqlWorths worths, Clock clock) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.worths = worths;
        this.clock = clock;
        this.follower = new Follower(database, feed, AT_ONCE, this::bring);
    }

    /** Brings what the feed holds now; tells how many events were looked at. */
    Mono<Integer> follow() {
        return follower.follow();
    }

    private Mono<Follower.Part> bring(Tx tx) {
        return feed.stand(tx, READER).flatMap(stand -> feed.glean(tx, stand, TYPES, AT_ONCE).flatMap(gleaned -> told(tx, gleaned.events())
                .then(gleaned.seen() == 0 ? Mono.empty() : feed.move(tx, READER, gleaned.reached()))
                .thenReturn(new Follower.Part(Math.toIntExact(gleaned.seen()), gleaned.reached()))));
    }

    private Mono<Void> told(Tx tx, List<RecordedEvent> events) {
        Set<UUID> ids = events.stream().map(RecordedEvent::streamId).collect(Collectors.toSet());
        Instant now = clock.instant();
        if (ids.isEmpty()) return Mono.empty();
        return deliveries.all(tx, ids).flatMapMany(Flux::fromIterable).map(DeliveryBoard.Shown::delivery)
                .filter(delivery -> TAKEN.contains(delivery.status()) || delivery.status() == DeliveryStatus.RETURNED)
                .concatMap(delivery -> worths.tell(tx, told(delivery), now)).then();
    }

    private static SqlWorths.Told told(Delivery delivery) {
        return new SqlWorths.Told(delivery.id(), delivery.of().roundId(), delivery.of().contractId(), delivery.status() == DeliveryStatus.RETURNED);
    }
}
