package org.jucai.platform.contracts.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps weigh tickets: each once ever. */
@Service
public class TicketBook {

    private final SqlWeighTickets shelf;
    private final Ids ids;

    TicketBook(SqlWeighTickets shelf, Ids ids) {
        this.shelf = shelf;
        this.ids = ids;
    }

    /** Nobody else enters these tickets until the transaction ends; held in one order, whoever asks. */
    public Mono<Void> hold(Tx tx, List<Weighing> weighings) {
        return shelf.hold(tx, weighings);
    }

    /**
     * Enters a ticket; all of its delivery, it among them, in the order they were entered. The delivery is held by the caller.
     *
     * @param before tickets of the delivery
     */
    public Mono<List<Weighing>> enter(Asking asking, UUID deliveryId, Weighing weighing, List<Weighing> before) {
        WeighTicket ticket = new WeighTicket(ids.next(), deliveryId, weighing, asking.at(), asking.actor().partyId());
        return shelf.hold(asking.tx(), List.of(weighing)).then(shelf.add(asking.tx(), ticket, before.size() + 1)).map(added -> {
            if (!added) throw new RefusedException(WeighingRefusal.WEIGH_TICKET_COUNTED_ALREADY, Map.of("bridge", weighing.bridge(), "number", weighing.number()));
            List<Weighing> all = new ArrayList<>(before);
            all.add(weighing);
            return all;
        });
    }

    /** Tickets of these deliveries, each delivery's in their order. */
    public Mono<List<WeighTicket>> of(Tx tx, Set<UUID> deliveries) {
        return shelf.of(tx, deliveries);
    }
}
