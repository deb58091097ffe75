package org.jucai.platform.recovery.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.recovery.Recall;
import org.jucai.platform.recovery.RecallBoard;
import org.jucai.spec.model.DeliveryStatus;
import org.jucai.spec.model.ReachPlace;
import org.jucai.spec.model.ReachTotals;
import org.jucai.spec.model.ReachedDelivery;
import org.jucai.spec.model.ReachedParcel;
import org.jucai.spec.model.ReachedTicket;
import org.jucai.spec.model.RecallConcernView;
import org.jucai.spec.model.RecallHandling;
import org.jucai.spec.model.RecallStatus;
import org.jucai.spec.model.RecallSubject;
import org.jucai.spec.model.RecallView;
import org.jucai.spec.model.TicketSide;

/** Recalls and whom goods reached, as they leave by HTTP. */
final class RecallViews {

    private final Map<UUID, PartyName> names;

    RecallViews(Map<UUID, PartyName> names) {
        this.names = names;
    }

    static Set<UUID> parties(List<Recall> recalls) {
        Set<UUID> parties = new HashSet<>();
        for (Recall each : recalls) {
            parties.add(each.opened().partyId());
            each.ended().ifPresent(ended -> parties.add(ended.partyId()));
            each.concerns().forEach(concern -> parties.add(concern.partyId()));
            maker(each.reach()).ifPresent(parties::add);
        }
        return parties;
    }

    static Set<UUID> partiesOf(List<DeliveryBoard.Shown> trucks) {
        Set<UUID> parties = new HashSet<>();
        for (DeliveryBoard.Shown each : trucks) {
            parties.addAll(each.delivery().concerned().all());
            each.parcels().forEach(parcel -> parties.add(parcel.standing().place().keeperId()));
        }
        return parties;
    }

    private static Optional<UUID> maker(Reach reach) {
        return switch (reach.of()) {
            case Reach.Of.Source(UUID maker, String _) -> Optional.of(maker);
            case Reach.Of.Period(UUID maker, LocalDate _, LocalDate _) -> Optional.of(maker);
            case Reach.Of.Lot _, Reach.Of.Trucks _ -> reach.sellerId();
        };
    }

    @Nullable String name(UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh).orElse(null);
    }

    RecallView show(Recall it, Actor reader) {
        RecallView view = new RecallView(it.id(), it.code(), RecallStatus.valueOf(it.status().name()), subject(it.reach().of()), it.opened().partyId(),
                RecallView.OpenerKindEnum.valueOf(it.opened().kind().name()), it.opened().reason(), it.opened().instruction(), it.opened().at(),
                it.concerns().stream().map(this::concern).toList(), it.version(),
                RecallBoard.allowed(it, reader).stream().map(act -> RecallView.AllowedCommandsEnum.valueOf(act.name())).toList());
        view.setOpenerName(name(it.opened().partyId()));
        boolean ofASample = it.opened().kind() == PartyKind.LABORATORY && !reader.actsFor(it.opened().partyId());
        if (!ofASample) it.reference().ifPresent(view::setReference);
        goods(view, it.reach());
        it.ended().ifPresent(ended -> view.endedAt(ended.at()).endedWords(ended.words()).endedByName(name(ended.partyId())));
        return view;
    }

    private static RecallSubject subject(Reach.Of of) {
        return switch (of) {
            case Reach.Of.Lot _ -> RecallSubject.LOT;
            case Reach.Of.Trucks _ -> RecallSubject.TRUCKS;
            case Reach.Of.Source _ -> RecallSubject.SOURCE;
            case Reach.Of.Period _ -> RecallSubject.PERIOD;
        };
    }

    private void goods(RecallView view, Reach reach) {
        maker(reach).ifPresent(maker -> view.sellerId(maker).sellerName(name(maker)));
        if (reach.of() instanceof Reach.Of.Lot(UUID lot)) view.setLotId(lot);
        if (reach.of() instanceof Reach.Of.Source(UUID _, String source)) view.setSource(source);
        if (reach.of() instanceof Reach.Of.Period(UUID _, LocalDate from, LocalDate to)) view.fromOn(from).toOn(to);
    }

    private RecallConcernView concern(Recall.Concern it) {
        RecallConcernView view = new RecallConcernView(it.partyId(), RecallConcernView.AsEnum.valueOf(it.as().name()), it.since());
        view.setPartyName(name(it.partyId()));
        it.answer().ifPresent(answer -> view.handling(RecallHandling.valueOf(answer.handling().name())).words(answer.words()).acknowledgedAt(answer.at()));
        return view;
    }

    static ReachTotals totals(ReachBoard.Totals it) {
        return new ReachTotals(it.trucks(), it.members(), it.mass().kg(), it.standing().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> new ReachPlace(ReachPlace.PlaceEnum.valueOf(each.getKey().name()), each.getValue().kg())).toList());
    }

    ReachedDelivery truck(DeliveryBoard.Shown shown) {
        Delivery it = shown.delivery();
        ReachedDelivery view = new ReachedDelivery(it.id(), it.code(), it.agreed().grade(), it.agreed().size(), DeliveryStatus.valueOf(it.status().name()), it.concerned().sellerId(),
                it.concerned().memberId(), it.settled().orElseThrow().kg(), shown.tickets().stream().map(RecallViews::ticket).toList(), shown.parcels().stream().map(this::parcel).toList());
        view.sellerName(name(it.concerned().sellerId())).memberName(name(it.concerned().memberId()));
        it.concerned().storeId().ifPresent(store -> view.setStoreName(name(store)));
        it.arrivedAt().ifPresent(view::setArrivedAt);
        return view;
    }

    private static ReachedTicket ticket(WeighTicket it) {
        return new ReachedTicket(TicketSide.valueOf(it.weighing().side().name()), it.weighing().bridge(), it.weighing().number(), it.weighing().net().kg());
    }

    private ReachedParcel parcel(Parcel it) {
        ReachedParcel view = new ReachedParcel(ReachedParcel.PlaceEnum.valueOf(it.standing().place().kind().name()), it.standing().place().keeperId(), it.mass().kg(),
                it.standing().underTest());
        view.setKeeperName(name(it.standing().place().keeperId()));
        return view;
    }
}
