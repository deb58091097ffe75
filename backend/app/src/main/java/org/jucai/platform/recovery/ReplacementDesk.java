package org.jucai.platform.recovery;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.PlanDesk;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Plans a truck in place of one that went back: within the contract, for the same item, and tied to what it replaces. */
@Service
public class ReplacementDesk {

    private final DeliveryBoard deliveries;
    private final PlanDesk plans;
    private final SqlReplacements shelf;
    private final Journal journal;

    ReplacementDesk(DeliveryBoard deliveries, PlanDesk plans, SqlReplacements shelf, Journal journal) {
        this.deliveries = deliveries;
        this.plans = plans;
        this.shelf = shelf;
        this.journal = journal;
    }

    /** @param mass all that went back where empty */
    public record Wanted(LocalDate on, Optional<Kilograms> mass) {}

    /** What stands beside a truck: the one it replaces, and those that were planned in its place, first to last. */
    public record Links(Optional<DeliveryBoard.Shown> replaces, List<DeliveryBoard.Shown> replacedBy) {
        public Links {
            replacedBy = List.copyOf(replacedBy);
        }
    }

    /** To the same place as the one that went back. The plan calls its mass off, so it never exceeds the contract. */
    public Mono<Delivery> replace(Asking asking, UUID id, Wanted wanted) {
        return deliveries.get(asking.tx(), id).flatMap(gone -> before(asking.tx(), id).flatMap(before -> {
            Delivery of = gone.delivery();
            Kilograms mass = ReplacementRules.decide(of, before.stream().map(DeliveryBoard.Shown::delivery).toList(), wanted.mass()).orElseRefuse().getFirst();
            PlanDesk.Wanted truck = new PlanDesk.Wanted(of.of().itemId(), mass, wanted.on(), Optional.empty(), of.concerned().storeId());
            return plans.plan(asking, of.of().contractId(), List.of(truck)).map(List::getFirst)
                    .delayUntil(planned -> shelf.add(asking, planned.id(), id, before.size() + 1).then(record(asking, of, planned)));
        }));
    }

    private Mono<Void> record(Asking asking, Delivery gone, Delivery planned) {
        Set<UUID> readers = new HashSet<>(gone.concerned().all());
        readers.addAll(planned.concerned().all());
        ReplacementEvent event = new ReplacementEvent.ReplacementPlanned(planned.code(), planned.id(), gone.id(), gone.code(), planned.planned().on());
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent(ReplacementEvent.STREAM, ReplacementEvent.streamOf(planned.id()), 1, planned.of().roundId(), event.getClass().getSimpleName(), event, readers)));
    }

    private Mono<List<DeliveryBoard.Shown>> before(Tx tx, UUID id) {
        return shelf.of(tx, id).flatMap(ids -> deliveries.all(tx, Set.copyOf(ids)));
    }

    /** Refused where the truck does not concern the transaction's parties. */
    public Mono<Links> links(Tx tx, UUID id) {
        Mono<Optional<DeliveryBoard.Shown>> replaces = shelf.replaces(tx, id).flatMap(gone -> deliveries.get(tx, gone)).map(Optional::of).defaultIfEmpty(Optional.empty());
        return deliveries.get(tx, id).then(Mono.zip(replaces, before(tx, id), Links::new));
    }
}
