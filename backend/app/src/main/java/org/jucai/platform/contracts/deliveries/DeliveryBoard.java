package org.jucai.platform.contracts.deliveries;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.weighing.Outcome;
import org.jucai.platform.contracts.weighing.TicketBook;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.contracts.weighing.WeighingRules;
import org.jucai.platform.files.StoredFile;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what is delivered, as far as it concerns the transaction's parties. */
@Service
public class DeliveryBoard {

    /** What is late is planned too, for the days that come. */
    private static final int DAYS_SHOWN_AFTER = 60;
    private static final int MOST_DAYS_SHOWN = 400;

    private final SqlDeliveries shelf;
    private final SqlControlPeriods periods;
    private final TicketBook tickets;
    private final CustodyBook custody;
    private final CallOffs contracts;
    private final Evidence evidence;

    DeliveryBoard(SqlDeliveries shelf, SqlControlPeriods periods, TicketBook tickets, CustodyBook custody, CallOffs contracts, Evidence evidence) {
        this.shelf = shelf;
        this.periods = periods;
        this.tickets = tickets;
        this.custody = custody;
        this.contracts = contracts;
        this.evidence = evidence;
    }

    /** Which deliveries. @param codeOrPlate exactly that; empty for any */
    public record Wanted(Optional<UUID> contractId, Set<DeliveryStatus> statuses, Optional<String> codeOrPlate, @Nullable String cursor, int limit) {
        public Wanted {
            statuses = Set.copyOf(statuses);
        }
    }

    /**
     * A delivery and what belongs to it.
     *
     * @param dueOn the last day of its term, made longer by the days that control periods blocked
     * @param files what shows the delivery and each of its tickets, by their ids
     */
    public record Shown(Delivery delivery, List<WeighTicket> tickets, List<Parcel> parcels, LocalDate dueOn, Map<UUID, List<StoredFile>> files) {

        /** What this party may do next, by name. */
        public List<String> offered(UUID party) {
            return Offered.to(party, delivery, tickets);
        }

        /** By how much the tickets differ, where they must be weighed again. */
        public Optional<Long> weighAgainBy() {
            boolean waits = delivery.status() == DeliveryStatus.GATE_CHECKED;
            Outcome outcome = WeighingRules.outcome(tickets.stream().map(WeighTicket::weighing).toList(), delivery.agreed().ticket(), delivery.agreed().differencePermille());
            return waits && outcome instanceof Outcome.WeighAgain(long difference) ? Optional.of(difference) : Optional.empty();
        }
    }

    /** How far a contract's item is. */
    public record Progress(ContractedItem item, Kilograms delivered, int coming, LocalDate dueOn, List<Closed> closed) {
        public Progress {
            closed = List.copyOf(closed);
        }
    }

    /** A day on which no truck is driven, and what blocks it. */
    public record Closed(LocalDate on, ControlPeriod because) {}

    /** Soonest first. */
    public Mono<Page<Shown>> list(Tx tx, Wanted wanted) {
        return shelf.list(tx, wanted).flatMap(page -> shown(tx, page.items()).map(all -> new Page<>(all, page.nextCursor())));
    }

    /** Refused where it does not concern the caller's party. */
    public Mono<Shown> get(Tx tx, UUID id) {
        return shelf.find(tx, id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(delivery -> shown(tx, List.of(delivery)).map(List::getFirst));
    }

    /** Those of these ids that concern the transaction's parties, with what belongs to them. */
    public Mono<List<Shown>> all(Tx tx, Set<UUID> ids) {
        return shelf.all(tx, ids).flatMap(deliveries -> shown(tx, deliveries));
    }

    /** Deliveries of a contract whose goods came and stayed, or are on the scales. */
    public Mono<Set<UUID>> came(Tx tx, UUID contractId) {
        return shelf.came(tx, contractId);
    }

    /** By what people call it; empty where it does not concern these parties. */
    public Mono<Shown> byCode(Tx tx, String code) {
        return shelf.findByCode(tx, code).flatMap(delivery -> shown(tx, List.of(delivery)).map(List::getFirst));
    }

    /** These, with what belongs to them, in their order. */
    public Mono<List<Shown>> shown(Tx tx, List<Delivery> deliveries) {
        Set<UUID> ids = deliveries.stream().map(Delivery::id).collect(Collectors.toSet());
        Set<UUID> associations = deliveries.stream().map(each -> each.of().associationId()).collect(Collectors.toSet());
        return Mono.zip(tickets.of(tx, ids), custody.standing(tx, ids), periods.of(tx, associations)).flatMap(known -> evidence.of(tx, subjects(ids, known.getT1())).map(files -> {
            Map<UUID, List<WeighTicket>> weighed = known.getT1().stream().collect(Collectors.groupingBy(WeighTicket::deliveryId));
            Map<UUID, List<Parcel>> held = known.getT2().stream().collect(Collectors.groupingBy(Parcel::deliveryId));
            return deliveries.stream().map(each -> new Shown(each, weighed.getOrDefault(each.id(), List.of()), held.getOrDefault(each.id(), List.of()),
                    due(each.of(), each.agreed(), known.getT3()), files)).toList();
        }));
    }

    private static Set<UUID> subjects(Set<UUID> deliveries, List<WeighTicket> tickets) {
        return Stream.concat(deliveries.stream(), tickets.stream().map(WeighTicket::id)).collect(Collectors.toSet());
    }

    private static LocalDate due(Delivery.Item of, Delivery.Agreed agreed, List<ControlPeriod> periods) {
        return calendar(of, agreed, periods).extended(agreed.fromOn(), agreed.toOn());
    }

    static ControlCalendar calendar(Delivery.Item of, Delivery.Agreed agreed, List<ControlPeriod> periods) {
        return ControlCalendar.of(agreed.zone(), periods.stream().filter(each -> each.associationId().equals(of.associationId())).toList());
    }

    /** How far each item of a contract is, soonest first. */
    public Mono<List<Progress>> progress(Tx tx, UUID contractId) {
        return contracts.items(tx, contractId).flatMap(items -> Mono.zip(shelf.sums(tx, contractId), periods(tx, items)).map(known -> {
            Map<UUID, SqlDeliveries.Sum> sums = known.getT1().stream().collect(Collectors.toMap(SqlDeliveries.Sum::itemId, Function.identity()));
            return items.stream().map(item -> progress(item, sums, known.getT2())).sorted(Comparator.comparing(Progress::dueOn)).toList();
        }));
    }

    private static Progress progress(ContractedItem item, Map<UUID, SqlDeliveries.Sum> sums, List<ControlPeriod> periods) {
        SqlDeliveries.Sum sum = sums.getOrDefault(item.of().itemId(), new SqlDeliveries.Sum(item.of().itemId(), Kilograms.ZERO, 0, 0));
        Delivery.Agreed agreed = item.agreed();
        ControlCalendar calendar = calendar(item.of(), agreed, periods);
        LocalDate due = calendar.extended(agreed.fromOn(), agreed.toOn());
        List<Closed> closed = agreed.fromOn().datesUntil(due.plusDays(DAYS_SHOWN_AFTER)).limit(MOST_DAYS_SHOWN)
                .flatMap(day -> calendar.blocking(day).map(by -> new Closed(day, by)).stream()).toList();
        return new Progress(item, sum.delivered(), sum.coming(), due, closed);
    }

    private Mono<List<ControlPeriod>> periods(Tx tx, List<ContractedItem> items) {
        Set<UUID> associations = items.stream().map(item -> item.of().associationId()).collect(Collectors.toSet());
        return periods.of(tx, associations);
    }

    /** Trucks for what is not called off yet. */
    public Mono<List<TruckProposal.Truck>> propose(Asking asking, UUID contractId, Kilograms truck) {
        return contracts.items(asking.tx(), contractId).flatMap(items -> periods(asking.tx(), items)
                .map(periods -> TruckProposal.propose(items.stream().filter(DeliveryBoard::isOpen).map(DeliveryBoard::open).toList(), truck, periods, asking.today())));
    }

    private static boolean isOpen(ContractedItem item) {
        return item.terms().contracted().compareTo(item.terms().calledOff()) > 0;
    }

    private static TruckProposal.Open open(ContractedItem item) {
        Delivery.Agreed agreed = item.agreed();
        String together = agreed.packing().equals("BULK") ? agreed.grade() + "/" + agreed.size() : agreed.packing();
        return new TruckProposal.Open(item.of().itemId(), item.terms().contracted().minus(item.terms().calledOff()), agreed.fromOn(), agreed.toOn(), agreed.zone(), together);
    }
}
