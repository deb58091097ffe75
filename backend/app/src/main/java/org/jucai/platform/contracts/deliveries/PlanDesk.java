package org.jucai.platform.contracts.deliveries;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.MembershipBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans deliveries: each calls its mass off the contract, on a day on which it may be driven. */
@Service
public class PlanDesk {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;

    /** Trucks of a contract's item that may be under way at once; a thousand tonnes are thirty-two. */
    private static final int MOST_COMING = 500;

    private final CallOffs contracts;
    private final SqlDeliveries shelf;
    private final SqlControlPeriods periods;
    private final Deliveries deliveries;
    private final MembershipBoard members;
    private final Ids ids;
    private final SecureRandom chance;

    PlanDesk(CallOffs contracts, SqlDeliveries shelf, SqlControlPeriods periods, Deliveries deliveries, MembershipBoard members, Ids ids, SecureRandom chance) {
        this.contracts = contracts;
        this.shelf = shelf;
        this.periods = periods;
        this.deliveries = deliveries;
        this.members = members;
        this.ids = ids;
        this.chance = chance;
    }

    /** A truck that is wanted. @param storeId where it goes into a supervised store */
    public record Wanted(UUID itemId, Kilograms mass, LocalDate on, Optional<UUID> tripId, Optional<UUID> storeId) {}

    /** All or none. By the supplier, the buyer or the member of each item. */
    public Mono<List<Delivery>> plan(Asking asking, UUID contractId, List<Wanted> wanted) {
        Set<UUID> items = wanted.stream().map(Wanted::itemId).collect(Collectors.toSet());
        return known(wanted).then(contracts.hold(asking.tx(), items)).then(shelf.sums(asking.tx(), contractId)).doOnNext(sums -> room(sums, wanted))
                .then(Flux.fromIterable(wanted).concatMap(truck -> plan(asking, contractId, truck)).collectList());
    }

    private static void room(List<SqlDeliveries.Sum> sums, List<Wanted> wanted) {
        Map<UUID, Long> asked = wanted.stream().collect(Collectors.groupingBy(Wanted::itemId, Collectors.counting()));
        boolean over = sums.stream().anyMatch(sum -> sum.coming() + asked.getOrDefault(sum.itemId(), 0L) > MOST_COMING);
        if (over) throw new RefusedException(DeliveryRefusal.DELIVERIES_TOO_MANY, Map.of("limit", MOST_COMING));
    }

    private Mono<Void> known(List<Wanted> wanted) {
        Set<UUID> stores = wanted.stream().flatMap(truck -> truck.storeId().stream()).collect(Collectors.toSet());
        if (stores.isEmpty()) return Mono.empty();
        return members.names(stores)
                .filter(names -> stores.stream().allMatch(id -> names.containsKey(id) && names.get(id).kind() == PartyKind.WAREHOUSE))
                .switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.STORE_UNKNOWN))).then();
    }

    private Mono<Delivery> plan(Asking asking, UUID contractId, Wanted truck) {
        return contracts.item(asking.tx(), truck.itemId())
                .filter(item -> item.of().contractId().equals(contractId))
                .switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.ITEM_NOT_OF_THIS_CONTRACT)))
                .filter(item -> item.concerned().all().contains(asking.actor().partyId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(item -> onAnOpenDay(asking, item, truck.on())
                        .then(contracts.callOff(asking, truck.itemId(), truck.mass()))
                        .then(add(asking, item, truck)));
    }

    private Mono<Void> onAnOpenDay(Asking asking, ContractedItem item, LocalDate on) {
        Delivery.Agreed agreed = item.agreed();
        return periods.of(asking.tx(), Set.of(item.of().associationId())).doOnNext(all -> {
            ControlCalendar calendar = DeliveryBoard.calendar(item.of(), agreed, all);
            LocalDate last = calendar.extended(agreed.fromOn(), agreed.toOn());
            if (calendar.blocking(on).isPresent()) throw new RefusedException(DeliveryRefusal.DAY_IS_BLOCKED, Map.of("day", on.toString()));
            boolean late = on.isAfter(last) && !asking.today().isAfter(last);
            if (on.isBefore(agreed.fromOn()) || late) {
                throw new RefusedException(DeliveryRefusal.DAY_OUTSIDE_DELIVERY_WINDOW, Map.of("fromOn", agreed.fromOn().toString(), "toOn", last.toString()));
            }
        }).then();
    }

    private Mono<Delivery> add(Asking asking, ContractedItem item, Wanted truck) {
        Concerned of = item.concerned();
        Delivery delivery = new Delivery(ids.next(), code(), item.of(), item.agreed(), new Concerned(of.sellerId(), of.buyerId(), of.memberId(), truck.storeId()),
                new Delivery.Planned(truck.mass(), truck.on(), truck.tripId()), DeliveryStatus.PLANNED, 1, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        return shelf.add(asking.tx(), delivery, asking.at())
                .then(deliveries.record(asking, delivery, new DeliveryEvent.DeliveryPlanned(item.of().contractId(), item.of().itemId(), delivery.code(),
                        truck.mass().kg(), truck.on())))
                .thenReturn(delivery);
    }

    /** Drawn by lot: says nothing of how many there are. */
    private String code() {
        return "D-" + chance.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
    }
}
