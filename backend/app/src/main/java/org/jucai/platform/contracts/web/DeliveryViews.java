package org.jucai.platform.contracts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.deliveries.ContractedItem;
import org.jucai.platform.contracts.deliveries.ControlPeriod;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.TruckProposal;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.files.StoredFile;
import org.jucai.platform.files.web.FileViews;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.AlertLevelName;
import org.jucai.spec.model.ClosedDay;
import org.jucai.spec.model.DeliveryNotice;
import org.jucai.spec.model.DeliveryStatus;
import org.jucai.spec.model.ItemProgress;
import org.jucai.spec.model.ParcelView;
import org.jucai.spec.model.ProposedLoad;
import org.jucai.spec.model.ProposedTruck;
import org.jucai.spec.model.SettlingTicket;
import org.jucai.spec.model.TicketSide;
import org.jucai.spec.model.WeighTicketView;

/** Deliveries as they leave by HTTP. */
final class DeliveryViews {

    private DeliveryViews() {}

    /** Parties whose names are shown. */
    static Set<UUID> parties(List<DeliveryBoard.Shown> shown) {
        Set<UUID> parties = new TreeSet<>();
        shown.forEach(each -> parties.addAll(each.delivery().concerned().all()));
        return parties;
    }

    static org.jucai.spec.model.Delivery show(DeliveryBoard.Shown shown, Map<UUID, PartyName> names, UUID reader) {
        Delivery delivery = shown.delivery();
        Delivery.Agreed agreed = delivery.agreed();
        org.jucai.spec.model.Delivery view = new org.jucai.spec.model.Delivery(delivery.id(), delivery.code(), delivery.of().contractId(), delivery.of().itemId(),
                delivery.of().roundId(), delivery.concerned().sellerId(), delivery.concerned().buyerId(), delivery.concerned().memberId(), agreed.grade(), agreed.size(),
                agreed.packing(), agreed.zone(), agreed.place(), delivery.planned().mass().kg(), delivery.planned().on(), agreed.fromOn(), agreed.toOn(), shown.dueOn(),
                DeliveryStatus.valueOf(delivery.status().name()), delivery.version(), SettlingTicket.valueOf(agreed.ticket().name()), agreed.differencePermille(),
                shown.tickets().stream().map(ticket -> ticket(ticket, shown.files())).toList(), shown.parcels().stream().map(DeliveryViews::parcel).toList(),
                shown.offered(reader).stream().map(org.jucai.spec.model.Delivery.AllowedCommandsEnum::valueOf).toList());
        named(view, delivery, names);
        delivery.planned().tripId().ifPresent(view::setTripId);
        delivery.notice().map(DeliveryViews::notice).ifPresent(view::setNotice);
        delivery.arrivedAt().ifPresent(view::setArrivedAt);
        delivery.settled().ifPresent(mass -> view.setSettledKg(mass.kg()));
        shown.weighAgainBy().ifPresent(view::setWeighAgainByKg);
        delivery.passedBy().ifPresent(view::setReport);
        delivery.said().ifPresent(view::setSaid);
        view.setFiles(files(shown.files(), delivery.id()));
        return view;
    }

    private static void named(org.jucai.spec.model.Delivery view, Delivery delivery, Map<UUID, PartyName> names) {
        name(names, delivery.concerned().sellerId()).ifPresent(view::setSellerName);
        name(names, delivery.concerned().buyerId()).ifPresent(view::setBuyerName);
        name(names, delivery.concerned().memberId()).ifPresent(view::setMemberName);
        delivery.concerned().storeId().ifPresent(store -> {
            view.setStoreId(store);
            name(names, store).ifPresent(view::setStoreName);
        });
    }

    private static Optional<String> name(Map<UUID, PartyName> names, UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh);
    }

    private static DeliveryNotice notice(Delivery.Notice notice) {
        return new DeliveryNotice(notice.plate(), notice.driver(), notice.phone(), notice.loaded().kg(), notice.expectedAt(), notice.notifiedAt());
    }

    private static List<org.jucai.spec.model.StoredFile> files(Map<UUID, List<StoredFile>> files, UUID of) {
        return files.getOrDefault(of, List.of()).stream().map(FileViews::show).toList();
    }

    private static WeighTicketView ticket(WeighTicket ticket, Map<UUID, List<StoredFile>> files) {
        return new WeighTicketView(ticket.id(), TicketSide.valueOf(ticket.weighing().side().name()), ticket.weighing().bridge(), ticket.weighing().number(),
                ticket.weighing().gross().kg(), ticket.weighing().tare().kg(), ticket.weighing().net().kg(), ticket.weighing().statedAt(), ticket.enteredAt()).files(files(files, ticket.id()));
    }

    private static ParcelView parcel(Parcel parcel) {
        ParcelView view = new ParcelView(parcel.id(), parcel.mass().kg(), ParcelView.PlaceEnum.valueOf(parcel.standing().place().kind().name()),
                parcel.standing().place().keeperId(), parcel.standing().ownerId(), parcel.standing().underTest());
        parcel.standing().pledgeeId().ifPresent(view::setPledgeeId);
        return view;
    }

    static ItemProgress progress(DeliveryBoard.Progress progress, Map<UUID, PartyName> names) {
        ContractedItem item = progress.item();
        ItemProgress view = new ItemProgress(item.of().itemId(), item.concerned().memberId(), item.agreed().grade(), item.agreed().zone(), item.terms().contracted().kg(), item.terms().most().kg(),
                item.terms().calledOff().kg(), progress.delivered().kg(), item.terms().shortBy(progress.delivered()).kg(), progress.coming(), item.agreed().fromOn(),
                item.agreed().toOn(), progress.dueOn(), progress.closed().stream().map(DeliveryViews::closed).toList());
        name(names, item.concerned().memberId()).ifPresent(view::setMemberName);
        return view;
    }

    private static ClosedDay closed(DeliveryBoard.Closed day) {
        return new ClosedDay(day.on(), AlertLevelName.valueOf(day.because().level().name()), day.because().source());
    }

    static ProposedTruck truck(TruckProposal.Truck truck) {
        return new ProposedTruck(truck.on(), truck.mass().kg(), truck.loads().stream().map(load -> new ProposedLoad(load.itemId(), load.mass().kg())).toList());
    }

    static org.jucai.spec.model.ControlPeriod period(ControlPeriod period) {
        return new org.jucai.spec.model.ControlPeriod(period.id(), period.associationId(), period.zone(), AlertLevelName.valueOf(period.level().name()), period.fromOn(),
                period.toOn(), period.blocks(), period.source(), period.recordedAt(), period.version());
    }
}
