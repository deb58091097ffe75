package org.jucai.platform.contracts.custody;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps parcels: what moves is decided, written to the journal, and the rows follow it, in one transaction. */
@Service
public class CustodyBook {

    /** The stream of a delivery's moves. */
    public static final String STREAM = "custody";

    private final SqlParcels shelf;
    private final Journal journal;

    CustodyBook(SqlParcels shelf, Journal journal) {
        this.shelf = shelf;
        this.journal = journal;
    }

    /** Whose goods move, and who reads of it. */
    public record Goods(UUID deliveryId, UUID roundId, Set<UUID> readers) {
        public Goods {
            readers = Set.copyOf(readers);
        }
    }

    /** Its id, made of the delivery's: the delivery has a stream of its own, and no two share an id. */
    public static UUID streamOf(UUID deliveryId) {
        return UUID.nameUUIDFromBytes((STREAM + "/" + deliveryId).getBytes(StandardCharsets.UTF_8));
    }

    /** Moves parcels of one delivery, which the caller holds. */
    public Mono<Moved> move(Asking asking, Goods goods, CustodyCommand command) {
        return holding(asking.tx(), goods.deliveryId()).zipWith(shelf.moves(asking.tx(), goods.deliveryId()))
                .flatMap(known -> write(asking, goods, CustodyRules.decide(known.getT1(), command).orElseRefuse().getFirst(), known.getT2() + 1));
    }

    private Mono<Moved> write(Asking asking, Goods goods, Moved moved, long number) {
        return shelf.end(asking.tx(), goods.deliveryId(), moved.ended(), number)
                .filter(ended -> ended == moved.ended().size())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(shelf.add(asking.tx(), moved.made(), number))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(),
                        List.of(new NewEvent(STREAM, streamOf(goods.deliveryId()), number, goods.roundId(), "GoodsMoved", moved, goods.readers()))))
                .thenReturn(moved);
    }

    /** What of a delivery stands. */
    public Mono<Holding> holding(Tx tx, UUID deliveryId) {
        return standing(tx, Set.of(deliveryId)).map(Holding::of);
    }

    /** A parcel as it stood when it was made, also where it was moved, parted or joined since. */
    public Mono<Parcel> parcel(Tx tx, UUID id) {
        return shelf.find(tx, id);
    }

    /** What stands of a parcel now; where it moved together with others, what stands of them all. */
    public Mono<List<Parcel>> became(Tx tx, UUID id) {
        return shelf.became(tx, id);
    }

    /** The parcels of these deliveries that stand. */
    public Mono<List<Parcel>> standing(Tx tx, Set<UUID> deliveries) {
        return shelf.standing(tx, deliveries);
    }
}
