package org.jucai.platform.contracts.deliveries;

import static org.jucai.platform.contracts.deliveries.DeliveryStatus.ARRIVED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.AT_MEMBER;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.CANCELLED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.GATE_CHECKED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.IN_STORE;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.NOTIFIED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.PLANNED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.REFUSED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.RELEASED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.RETURNED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.UNLOADED;
import static org.jucai.platform.contracts.deliveries.DeliveryStatus.WEIGHED;
import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.weighing.Outcome;
import org.jucai.platform.contracts.weighing.Side;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/** Decides how a delivery moves along its custody track (lifecycle: delivery). Pure. */
final class DeliveryRules {

    /** From where each step leads on; what is final is never left. */
    private static final Map<Class<? extends DeliveryCommand>, Set<DeliveryStatus>> FROM = Map.of(
            DeliveryCommand.Notify.class, Set.of(PLANNED, NOTIFIED),
            DeliveryCommand.Arrive.class, Set.of(NOTIFIED),
            DeliveryCommand.Check.class, Set.of(ARRIVED),
            DeliveryCommand.Refuse.class, Set.of(ARRIVED),
            DeliveryCommand.Weigh.class, Set.of(NOTIFIED, ARRIVED, GATE_CHECKED),
            DeliveryCommand.Unload.class, Set.of(WEIGHED),
            DeliveryCommand.Pass.class, Set.of(UNLOADED),
            DeliveryCommand.Release.class, Set.of(IN_STORE, AT_MEMBER),
            DeliveryCommand.Cancel.class, Set.of(PLANNED, NOTIFIED),
            DeliveryCommand.Return.class, Set.of(GATE_CHECKED, WEIGHED, UNLOADED, AT_MEMBER, IN_STORE));

    private DeliveryRules() {}

    /** A delivery after what happened to it. */
    record Step(Delivery after, DeliveryEvent event) {}

    static boolean allows(DeliveryStatus status, Class<? extends DeliveryCommand> command) {
        return FROM.getOrDefault(command, Set.of()).contains(status);
    }

    static Decision<Step> decide(Delivery delivery, DeliveryCommand command, Instant now) {
        if (!allows(delivery.status(), command.getClass())) return refuse(DeliveryRefusal.DELIVERY_STATE_DOES_NOT_ALLOW, Map.of("status", delivery.status().name()));
        return switch (command) {
            case DeliveryCommand.Notify(Delivery.Notice notice) -> accept(new Step(delivery.noticed(notice),
                    new DeliveryEvent.DeliveryNotified(notice.plate(), notice.loaded().kg(), notice.expectedAt())));
            case DeliveryCommand.Arrive(Instant stated) -> accept(new Step(delivery.arrived(now), new DeliveryEvent.DeliveryArrived(stated)));
            case DeliveryCommand.Check(String remark, var _) -> accept(new Step(delivery.next(GATE_CHECKED), new DeliveryEvent.DeliveryChecked(remark)));
            case DeliveryCommand.Refuse(String why, var _) -> accept(new Step(delivery.ended(REFUSED, why), new DeliveryEvent.DeliveryRefused(why)));
            case DeliveryCommand.Weigh(Outcome outcome, Kilograms room) -> weighed(delivery, outcome, room);
            case DeliveryCommand.Unload() -> accept(new Step(delivery.next(UNLOADED), new DeliveryEvent.DeliveryUnloaded()));
            case DeliveryCommand.Pass(String report) -> passed(delivery, report);
            case DeliveryCommand.Release(var released, Kilograms left) -> accept(new Step(delivery.next(left.kg() == 0 ? RELEASED : delivery.status()),
                    new DeliveryEvent.DeliveryReleased(released.mass().kg(), left.kg(), released.paymentReference(), released.permitReference())));
            case DeliveryCommand.Cancel(String why) -> accept(new Step(delivery.ended(CANCELLED, why), new DeliveryEvent.DeliveryCancelled(why)));
            case DeliveryCommand.Return(String why) -> accept(new Step(delivery.ended(RETURNED, why), new DeliveryEvent.DeliveryReturned(why)));
        };
    }

    /** A ticket of the origin may come at any time from the notice on; what the destination weighs settles only what was looked at. */
    private static Decision<Step> weighed(Delivery delivery, Outcome outcome, Kilograms room) {
        return switch (outcome) {
            case Outcome.NotWeighed() -> accept(new Step(delivery.next(delivery.status()), new DeliveryEvent.DeliveryTicketEntered()));
            case Outcome.WeighAgain _ when delivery.status() != GATE_CHECKED -> unchecked(delivery);
            case Outcome.Settled _ when delivery.status() != GATE_CHECKED -> unchecked(delivery);
            case Outcome.WeighAgain(long difference) -> accept(new Step(delivery.next(GATE_CHECKED), new DeliveryEvent.DeliveryToBeWeighedAgain(difference)));
            case Outcome.Settled(Kilograms mass, var _, var _) when mass.compareTo(room) > 0 -> refuse(DeliveryRefusal.DELIVERED_ABOVE_CONTRACT,
                    Map.of("roomKg", room.kg(), "overKg", mass.kg() - room.kg()));
            case Outcome.Settled(Kilograms mass, var difference, var because) -> accept(new Step(delivery.weighed(mass),
                    new DeliveryEvent.DeliveryWeighed(mass.kg(), difference.isPresent() ? difference.getAsLong() : null, because)));
        };
    }

    private static Decision<Step> unchecked(Delivery delivery) {
        return refuse(DeliveryRefusal.DELIVERY_STATE_DOES_NOT_ALLOW, Map.of("status", delivery.status().name()));
    }

    private static Decision<Step> passed(Delivery delivery, String report) {
        DeliveryStatus to = delivery.concerned().storeId().isPresent() ? IN_STORE : AT_MEMBER;
        return accept(new Step(delivery.passed(to, report), new DeliveryEvent.DeliveryPassed(to, report)));
    }

    /** Which party takes a step: the supplier announces, whoever receives checks, weighs and unloads, the buyer releases what is not the member's in its own yard. */
    static boolean mayTake(Delivery delivery, Class<? extends DeliveryCommand> command, UUID party) {
        Concerned of = delivery.concerned();
        if (command == DeliveryCommand.Notify.class) return of.sellerId().equals(party);
        if (command == DeliveryCommand.Release.class) return of.buyerId().equals(party) && releases(of);
        if (command == DeliveryCommand.Return.class) return of.receiverId().equals(party) || of.buyerId().equals(party) || of.memberId().equals(party);
        if (command != DeliveryCommand.Cancel.class) return of.receiverId().equals(party);
        boolean own = of.sellerId().equals(party);
        return delivery.status() == PLANNED ? own || of.buyerId().equals(party) || of.memberId().equals(party) : own;
    }

    /** Whether goods are held after they passed: in a store, or as another's than the member's. */
    static boolean releases(Concerned of) {
        return of.storeId().isPresent() || !of.buyerId().equals(of.memberId());
    }

    /** Whose scale it is. */
    static boolean mayWeigh(Delivery delivery, Side side, UUID party) {
        return switch (side) {
            case ORIGIN -> delivery.concerned().sellerId().equals(party);
            case DESTINATION -> delivery.concerned().receiverId().equals(party);
        };
    }

    /** What a party may ask for next. */
    static Set<Class<? extends DeliveryCommand>> offered(Delivery delivery, UUID party) {
        return FROM.keySet().stream().filter(command -> command != DeliveryCommand.Weigh.class)
                .filter(command -> allows(delivery.status(), command) && mayTake(delivery, command, party)).collect(Collectors.toSet());
    }
}
