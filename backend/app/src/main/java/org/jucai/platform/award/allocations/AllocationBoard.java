package org.jucai.platform.award.allocations;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.LineReadings;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what was got: a member its own, the association all, and each of its readings is kept for the member to see (law 8). */
@Service
public class AllocationBoard {

    private final SqlAllocations shelf;
    private final DemandBoard demand;
    private final LineReadings readings;

    AllocationBoard(SqlAllocations shelf, DemandBoard demand, LineReadings readings) {
        this.shelf = shelf;
        this.demand = demand;
        this.readings = readings;
    }

    /** Newest version of the award first, then by lot and line. */
    public Mono<Page<Allocation>> list(Asking asking, UUID roundId, @Nullable String cursor, int limit) {
        return shelf.list(asking.tx(), roundId, cursor, limit).flatMap(page -> noted(asking, page.items(), LineReadings.Purpose.LIST).thenReturn(page));
    }

    /** With its statement; refused where it does not concern the caller's party. */
    public Mono<Allocation> get(Asking asking, UUID id) {
        return shelf.find(asking.tx(), id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(found -> noted(asking, List.of(found), LineReadings.Purpose.DETAIL).thenReturn(found));
    }

    /** All of a version of the award, for what follows from it; asked in a background transaction, and shown to nobody as it is. */
    public Mono<List<Allocation>> of(Tx background, UUID roundId, int number) {
        return shelf.of(background, roundId, number);
    }

    /** Those of one lot, for whoever contracted for it; as far as the transaction's parties may read them. */
    public Mono<List<Allocation>> ofLot(Tx tx, UUID roundId, int number, UUID lotId) {
        return shelf.ofLot(tx, roundId, number, lotId);
    }

    private Mono<Void> noted(Asking asking, List<Allocation> read, LineReadings.Purpose purpose) {
        List<Allocation> others = read.stream().filter(each -> asking.actor().actsFor(each.associationId())).toList();
        if (others.isEmpty()) return Mono.empty();
        Set<UUID> lines = others.stream().map(Allocation::lineId).collect(Collectors.toSet());
        return demand.some(asking.tx(), others.getFirst().roundId(), lines).flatMap(found -> readings.note(asking.tx(), asking.actor(), purpose, found, asking.at()));
    }
}
