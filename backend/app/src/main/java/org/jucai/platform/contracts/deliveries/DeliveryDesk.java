package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.contracts.custody.CustodyCommand;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.custody.Place;
import org.jucai.platform.contracts.spi.QualityGate;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Moves deliveries along their track, and the goods with them. */
@Service
public class DeliveryDesk {

    private final Deliveries deliveries;
    private final CustodyBook custody;
    private final QualityGate quality;
    private final Evidence evidence;
    private final RecallHold recalls;
    private final Ids ids;

    DeliveryDesk(Deliveries deliveries, CustodyBook custody, QualityGate quality, Evidence evidence, RecallHold recalls, Ids ids) {
        this.deliveries = deliveries;
        this.custody = custody;
        this.quality = quality;
        this.evidence = evidence;
        this.recalls = recalls;
        this.ids = ids;
    }

    /** What is asked to be released. @param mass all that is held where empty */
    public record Release(Optional<Kilograms> mass, String paymentReference, String permitReference) {}

    /** A step that says by itself what happens to the goods; weighing and releasing have doors of their own. */
    public Mono<Delivery> take(Asking asking, UUID id, OptionalLong expectedVersion, DeliveryCommand command) {
        return hold(asking, id, expectedVersion, command)
                .flatMap(before -> Mono.fromCallable(() -> DeliveryRules.decide(before, command, asking.at()).orElseRefuse().getFirst())
                        .flatMap(step -> goods(asking, before, command).then(deliveries.move(asking, before, step))))
                .flatMap(after -> evidence.attach(asking, after, after.id(), seen(command)).thenReturn(after));
    }

    private static List<UUID> seen(DeliveryCommand command) {
        return switch (command) {
            case DeliveryCommand.Check(var _, List<UUID> files) -> files;
            case DeliveryCommand.Refuse(var _, List<UUID> files) -> files;
            case DeliveryCommand.Notify _, DeliveryCommand.Arrive _, DeliveryCommand.Weigh _, DeliveryCommand.Unload _, DeliveryCommand.Pass _, DeliveryCommand.Release _,
                    DeliveryCommand.Cancel _, DeliveryCommand.Return _ -> List.of();
        };
    }

    private Mono<Delivery> hold(Asking asking, UUID id, OptionalLong expectedVersion, DeliveryCommand command) {
        return deliveries.hold(asking, new Deliveries.Which(id, expectedVersion))
                .filter(delivery -> DeliveryRules.mayTake(delivery, command.getClass(), asking.actor().partyId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.DELIVERY_STEP_OF_ANOTHER_PARTY)));
    }

    /** What the member took as its own does not go back with the rest. */
    private Mono<Delivery> whole(Asking asking, Delivery delivery) {
        boolean released = DeliveryRules.releases(delivery.concerned());
        return custody.holding(asking.tx(), delivery.id())
                .filter(holding -> !released || Releasing.of(holding, delivery.concerned().memberId()).held().size() == holding.parcels().size())
                .switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.DELIVERY_STATE_DOES_NOT_ALLOW, Map.of("status", DeliveryStatus.RELEASED.name()))))
                .thenReturn(delivery);
    }

    private Mono<Void> goods(Asking asking, Delivery delivery, DeliveryCommand command) {
        return switch (command) {
            case DeliveryCommand.Unload _ -> all(asking, delivery, (parcels, of) -> new CustodyCommand.Unload(parcels, place(of.concerned()), of.concerned().buyerId()));
            case DeliveryCommand.Pass _ -> passes(asking, delivery).then(recalls.free(asking, delivery)).then(all(asking, delivery, (parcels, _) -> new CustodyCommand.Pass(parcels)));
            case DeliveryCommand.Return _ -> whole(asking, delivery)
                    .then(all(asking, delivery, (parcels, of) -> new CustodyCommand.Return(parcels, of.concerned().sellerId())));
            case DeliveryCommand.Notify _, DeliveryCommand.Arrive _, DeliveryCommand.Check _, DeliveryCommand.Refuse _, DeliveryCommand.Cancel _ -> Mono.empty();
            case DeliveryCommand.Weigh _, DeliveryCommand.Release _ -> throw new IllegalArgumentException("has a door of its own: " + command);
        };
    }

    /** Goods of a batch pass by its quality; where none was formed of them, by the receiver's own report. */
    private Mono<Void> passes(Asking asking, Delivery delivery) {
        return quality.tracks(asking.tx(), Set.of(delivery.id())).doOnNext(tracks -> {
            QualityGate.Track track = tracks.getOrDefault(delivery.id(), QualityGate.Track.ACCEPTED);
            boolean good = track == QualityGate.Track.ACCEPTED || track == QualityGate.Track.ADJUSTED;
            if (!good) throw new RefusedException(DeliveryRefusal.DELIVERY_WAITS_FOR_ITS_RESULT, Map.of("quality", track.name()));
        }).then();
    }

    private static Place place(Concerned concerned) {
        return new Place(concerned.storeId().isPresent() ? Place.Kind.STORE : Place.Kind.MEMBER, concerned.receiverId());
    }

    /** All that stands of it; nothing, where nothing was weighed yet. */
    private Mono<Void> all(Asking asking, Delivery delivery, BiFunction<List<CustodyCommand.Moving>, Delivery, CustodyCommand> command) {
        return custody.holding(asking.tx(), delivery.id()).filter(holding -> !holding.parcels().isEmpty())
                .map(holding -> holding.parcels().keySet().stream().map(id -> new CustodyCommand.Moving(id, ids.next())).toList())
                .flatMap(parcels -> custody.move(asking, Deliveries.goods(delivery), command.apply(parcels, delivery))).then();
    }

    /** Releases goods to the member as its own: all that is held, or a part, for which a parcel is parted where need be. */
    public Mono<Delivery> release(Asking asking, UUID id, OptionalLong expectedVersion, Release asked) {
        DeliveryCommand probe = new DeliveryCommand.Release(new DeliveryCommand.Released(Kilograms.ZERO, "", ""), Kilograms.ZERO);
        return hold(asking, id, expectedVersion, probe).delayUntil(before -> recalls.free(asking, before)).flatMap(before -> custody.holding(asking.tx(), id).flatMap(holding -> {
            Releasing held = Releasing.of(holding, before.concerned().memberId());
            Kilograms mass = asked.mass().orElse(held.mass());
            if (mass.kg() == 0 || mass.compareTo(held.mass()) > 0) throw new RefusedException(DeliveryRefusal.RELEASED_ABOVE_HOLDING, Map.of("heldKg", held.mass().kg()));
            DeliveryCommand command = new DeliveryCommand.Release(new DeliveryCommand.Released(mass, asked.paymentReference(), asked.permitReference()), held.mass().minus(mass));
            DeliveryRules.Step step = DeliveryRules.decide(before, command, asking.at()).orElseRefuse().getFirst();
            return release(asking, before, held.taking(mass)).then(deliveries.move(asking, before, step));
        }));
    }

    private Mono<Void> release(Asking asking, Delivery delivery, Releasing.Taken taken) {
        Mono<List<UUID>> parted = Mono.justOrEmpty(taken.parted()).flatMap(part -> {
            UUID first = ids.next();
            List<CustodyCommand.Share> shares = List.of(new CustodyCommand.Share(first, part.mass()), new CustodyCommand.Share(ids.next(), part.rest()));
            return custody.move(asking, Deliveries.goods(delivery), new CustodyCommand.Part(part.parcelId(), shares)).thenReturn(List.of(first));
        }).defaultIfEmpty(List.of());
        return parted.flatMap(part -> {
            List<CustodyCommand.Moving> moving = Stream.concat(taken.whole().stream().map(Parcel::id), part.stream())
                    .map(id -> new CustodyCommand.Moving(id, ids.next())).toList();
            return custody.move(asking, Deliveries.goods(delivery), new CustodyCommand.Release(moving, delivery.concerned().memberId()));
        }).then();
    }
}
