package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.recovery.Reaching;
import org.jucai.platform.recovery.Recall;
import org.jucai.platform.recovery.RecallDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How goods are recalled, answered for and freed, each step in the name of whoever takes it. */
@Component
class RecallSteps {

    private static final int MOST = 200;

    private final RecallDesk recalls;
    private final DeliveryBoard deliveries;
    private final Desk desk;
    private final Cast cast;

    RecallSteps(RecallDesk recalls, DeliveryBoard deliveries, Desk desk, Cast cast) {
        this.recalls = recalls;
        this.deliveries = deliveries;
        this.desk = desk;
        this.cast = cast;
    }

    /** Goods of a round as they came to members; nobody but the application reads those of all. */
    Mono<List<Delivery>> came(UUID round) {
        DeliveryBoard.Wanted wanted = new DeliveryBoard.Wanted(Optional.empty(), Set.of(DeliveryStatus.AT_MEMBER, DeliveryStatus.RELEASED), Optional.empty(), null, MOST);
        return desk.database().read(Scope.background(), tx -> deliveries.list(tx, wanted)).map(page -> page.items().stream().map(DeliveryBoard.Shown::delivery)
                .filter(one -> one.of().roundId().equals(round))
                .sorted(Comparator.comparing((Delivery one) -> one.arrivedAt().orElseThrow()).thenComparing(Delivery::code)).toList());
    }

    /** What a supplier says of a truck of its own. */
    Mono<Recall> ofTruck(Delivery truck, Instant when, RecallDesk.Said said) {
        return desk.as(cast.trader(truck.concerned().sellerId()), when, asking -> recalls.open(asking, new Reaching.Asked(Optional.empty(), Optional.of(truck.code()), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), said));
    }

    /** What an association says of all that a supplier's trucks brought in some days. */
    Mono<Recall> ofDays(UUID supplier, LocalDate from, LocalDate to, Instant when, RecallDesk.Said said) {
        return desk.as(cast.secretariat(Cast.FIRST), when, asking -> recalls.open(asking, new Reaching.Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(supplier),
                Optional.empty(), Optional.of(from), Optional.of(to)), said));
    }

    /** Those whom it concerns say what became of their goods, but for these. */
    Mono<Recall> answered(Recall recall, Instant when, Set<UUID> silent, List<Answer> answers) {
        List<UUID> who = recall.concerns().stream().map(Recall.Concern::partyId).filter(party -> !silent.contains(party)).sorted(Comparator.comparing(cast::code)).toList();
        return Flux.range(0, who.size()).concatMap(i -> {
            Answer answer = answers.get(i % answers.size());
            return desk.as(cast.trader(who.get(i)), when.plus(Duration.ofHours(i)), asking -> recalls.acknowledge(asking, recall.id(), answer.handling(), answer.words()));
        }).then(Mono.just(recall));
    }

    /** What somebody did with the goods. */
    record Answer(Recall.Handling handling, String words) {}

    Mono<Recall> lifted(Recall recall, Actor by, Instant when, String words) {
        return desk.as(by, when, asking -> recalls.lift(asking, recall.id(), OptionalLong.empty(), words));
    }
}
