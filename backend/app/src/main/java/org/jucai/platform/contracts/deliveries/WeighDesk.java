package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.contracts.custody.CustodyCommand;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.custody.Place;
import org.jucai.platform.contracts.custody.Standing;
import org.jucai.platform.contracts.weighing.Outcome;
import org.jucai.platform.contracts.weighing.TicketBook;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.contracts.weighing.Weighing;
import org.jucai.platform.contracts.weighing.WeighingRefusal;
import org.jucai.platform.contracts.weighing.WeighingRules;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes weigh tickets: one, or many of which each is answered by itself. */
@Service
public class WeighDesk {

    private final Deliveries deliveries;
    private final SqlDeliveries shelf;
    private final Lineup lineup;
    private final TicketBook tickets;
    private final CallOffs contracts;
    private final CustodyBook custody;
    private final SqlSavepoint savepoint;
    private final Evidence evidence;
    private final Ids ids;

    WeighDesk(Deliveries deliveries, SqlDeliveries shelf, Lineup lineup, TicketBook tickets, CallOffs contracts, CustodyBook custody, SqlSavepoint savepoint,
            Evidence evidence, Ids ids) {
        this.deliveries = deliveries;
        this.shelf = shelf;
        this.lineup = lineup;
        this.tickets = tickets;
        this.contracts = contracts;
        this.custody = custody;
        this.savepoint = savepoint;
        this.evidence = evidence;
        this.ids = ids;
    }

    /** A ticket among many. @param code of the delivery; empty where the plate says which */
    public record Row(Optional<String> code, Optional<String> plate, Weighing weighing) {}

    /** A ticket and uploads that show it. */
    public record Shown(Weighing weighing, List<UUID> files) {}

    /** What became of it. */
    public sealed interface Answer {

        record Taken(Delivery delivery) implements Answer {}

        record NotTaken(Refusal refusal, Map<String, Object> facts) implements Answer {}
    }

    /** One ticket of one delivery. */
    public Mono<Delivery> weigh(Asking asking, UUID id, OptionalLong expectedVersion, Weighing weighing) {
        return weigh(asking, id, expectedVersion, new Shown(weighing, List.of()));
    }

    /** One ticket of one delivery, with what shows it. */
    public Mono<Delivery> weigh(Asking asking, UUID id, OptionalLong expectedVersion, Shown shown) {
        return deliveries.hold(asking, new Deliveries.Which(id, expectedVersion)).flatMap(delivery -> weigh(asking, delivery, shown.weighing()))
                .flatMap(after -> attach(asking, after, shown.files()).thenReturn(after));
    }

    /** To the ticket that was entered just now: the delivery is held, so it is the last. */
    private Mono<Void> attach(Asking asking, Delivery delivery, List<UUID> files) {
        if (files.isEmpty()) return Mono.empty();
        return tickets.of(asking.tx(), Set.of(delivery.id())).flatMap(all -> evidence.attach(asking, delivery, all.getLast().id(), files));
    }

    /** Each as if it came alone, in their order: one that is refused changes nothing, and the others count. */
    public Mono<List<Answer>> all(Asking asking, List<Row> rows) {
        return lineup.hold(asking.tx(), rows).flatMap(held -> Flux.fromIterable(rows).concatMap(row -> one(asking, held, row)).collectList());
    }

    private Mono<Answer> one(Asking asking, Lineup.Held held, Row row) {
        return savepoint.alone(asking.tx(), find(asking, held, row).flatMap(delivery -> weigh(asking, delivery, row.weighing())))
                .<Answer>map(Answer.Taken::new)
                .onErrorResume(RefusedException.class, refused -> Mono.just(new Answer.NotTaken(refused.refusal(), refused.facts())));
    }

    /** As it is after the rows before this one. */
    private Mono<Delivery> find(Asking asking, Lineup.Held held, Row row) {
        Mono<Delivery> found = row.code().isPresent()
                ? Mono.justOrEmpty(row.code().flatMap(held::of)).flatMap(id -> shelf.hold(asking.tx(), id))
                : Mono.justOrEmpty(row.plate()).flatMap(plate -> shelf.onTheirWay(asking.tx(), held.withPlate(WeighingRules.key(plate)))).filter(some -> some.size() == 1)
                        .map(List::getFirst);
        return found.switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.DELIVERY_OF_THIS_TRUCK_NOT_FOUND)));
    }

    private Mono<Delivery> weigh(Asking asking, Delivery delivery, Weighing weighing) {
        if (!DeliveryRules.mayWeigh(delivery, weighing.side(), asking.actor().partyId())) {
            return Mono.error(new RefusedException(WeighingRefusal.WEIGHBRIDGE_OF_THE_OTHER_SIDE));
        }
        return tickets.of(asking.tx(), Set.of(delivery.id())).map(before -> before.stream().map(WeighTicket::weighing).toList())
                .flatMap(before -> Mono.fromCallable(() -> WeighingRules.ticket(weighing, before).orElseRefuse().getFirst())
                        .then(tickets.enter(asking, delivery.id(), weighing, before)))
                .flatMap(all -> contracts.room(asking.tx(), delivery.of().itemId()).flatMap(room -> settle(asking, delivery, all, room.plus(delivery.calledOff()))));
    }

    /** @param room what was planned for this delivery included */
    private Mono<Delivery> settle(Asking asking, Delivery before, List<Weighing> all, Kilograms room) {
        Outcome outcome = WeighingRules.outcome(all, before.agreed().ticket(), before.agreed().differencePermille());
        DeliveryRules.Step step = DeliveryRules.decide(before, new DeliveryCommand.Weigh(outcome, room), asking.at()).orElseRefuse().getFirst();
        return deliveries.move(asking, before, step).flatMap(after -> switch (outcome) {
            case Outcome.Settled(Kilograms mass, var _, var _) -> enter(asking, after, mass).thenReturn(after);
            case Outcome.WeighAgain _, Outcome.NotWeighed _ -> Mono.just(after);
        });
    }

    /** Weighed, the goods are known: on the truck, still the supplier's. */
    private Mono<Void> enter(Asking asking, Delivery delivery, Kilograms mass) {
        Place truck = new Place(Place.Kind.TRUCK, delivery.concerned().receiverId());
        Standing standing = new Standing(truck, delivery.concerned().sellerId(), Optional.empty(), false);
        return custody.move(asking, Deliveries.goods(delivery), new CustodyCommand.Enter(new Parcel(ids.next(), delivery.id(), mass, standing))).then();
    }
}
