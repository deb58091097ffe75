package org.jucai.platform.rounds.lots;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundReaction;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineStatus;
import org.jucai.platform.rounds.pooling.LotDigest;
import org.jucai.platform.rounds.pooling.PoolLine;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What becomes of the lots when their round moves: formed when it is pooled, frozen or failed when it is frozen. */
@Component
@Order(20)
class LotReaction implements RoundReaction {

    private static final Set<LineStatus> POOLABLE = EnumSet.of(LineStatus.COMMITTED, LineStatus.POOLED);
    private static final int MOST_LOTS = 5_000;

    private final SqlLots shelf;
    private final DemandBoard demand;
    private final DemandDesk desk;
    private final Journal journal;
    private final Ids ids;
    private final Scheduler solver;

    LotReaction(SqlLots shelf, DemandBoard demand, DemandDesk desk, Journal journal, Ids ids, Scheduler solver) {
        this.shelf = shelf;
        this.demand = demand;
        this.desk = desk;
        this.journal = journal;
        this.ids = ids;
        this.solver = solver;
    }

    @Override
    public Mono<Void> after(Tx tx, Actor actor, Round round, RoundEvent event, Instant now) {
        return switch (event) {
            case RoundEvent.RoundPooled() -> pool(tx, actor, round, now);
            case RoundEvent.RoundFrozen() -> freeze(tx, actor, round, now);
            case RoundEvent.RoundCancelled _ -> cancel(tx, actor, round, now);
            case RoundEvent.Tendered tendered -> tendered(new Asking(tx, actor, now), round, tendered);
            case RoundEvent.RoundDrafted _, RoundEvent.RoundEdited _, RoundEvent.RoundAnnounced _, RoundEvent.CollectingOpened _,
                    RoundEvent.CollectingEndMoved _, RoundEvent.RoundLocked _, RoundEvent.RoundReopened _, RoundEvent.GapClosed _,
                    RoundEvent.RoundSuspended _, RoundEvent.RoundResumed _ -> Mono.empty();
        };
    }

    private Mono<Void> pool(Tx tx, Actor actor, Round round, Instant now) {
        return Mono.zip(demand.all(tx, round.id(), POOLABLE), before(tx, round))
                .flatMap(found -> found.getT1().isEmpty()
                        ? Mono.<Void>error(new RefusedException(RoundRefusal.ROUND_HAS_NO_LINES))
                        : Mono.fromCallable(() -> Grouped.of(round, found.getT1(), found.getT2(), ids)).subscribeOn(solver)
                                .flatMap(grouped -> write(new Asking(tx, actor, now), round, found.getT1(), grouped)));
    }

    private Mono<Optional<Grouped.Before>> before(Tx tx, Round round) {
        return Mono.zip(shelf.list(tx, round.id(), null, MOST_LOTS), shelf.places(tx, round.id()), shelf.pooledBefore(tx, round.id()))
                .map(found -> found.getT1().items().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Grouped.Before(found.getT1().items(), found.getT2(), found.getT3())));
    }

    private Mono<Void> write(Asking asking, Round round, List<DemandLine> lines, Grouped grouped) {
        Map<UUID, UUID> lotOfLine = grouped.places().stream().collect(Collectors.toMap(LotPlace::lineId, LotPlace::lotId));
        List<NewEvent> formed = grouped.lots().stream().map(lot -> event("LotFormed", lot)).toList();
        return shelf.replace(asking.tx(), round.id(), grouped.lots(), grouped.places())
                .then(shelf.keep(asking.tx(), round.associationId(), grouped.report(), grouped.lines()))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), formed))
                .then(desk.settle(asking, lines, lotOfLine, false));
    }

    /** What was added in a gap is in no lot before the round is pooled again: until then nothing is frozen. */
    private Mono<Void> freeze(Tx tx, Actor actor, Round round, Instant now) {
        return Mono.zip(shelf.list(tx, round.id(), null, MOST_LOTS), shelf.places(tx, round.id()), demand.all(tx, round.id(), POOLABLE),
                        shelf.pooledBefore(tx, round.id()))
                .flatMap(found -> {
                    List<PoolLine> lines = found.getT3().stream().map(Grouped::poolLine).toList();
                    if (!lines.equals(found.getT4())) return Mono.error(new RefusedException(RoundRefusal.ROUND_FILLING_GAP));
                    List<PooledLot> ended = found.getT1().items().stream().map(lot -> ended(lot, found.getT2(), lines)).toList();
                    return move(tx, actor, ended, now).then(lapse(tx, actor, ended, found.getT3(), now));
                });
    }

    private static PooledLot ended(PooledLot lot, List<LotPlace> places, List<PoolLine> lines) {
        if (!lot.isViable()) return lot.ended(LotStatus.FAILED, Optional.empty());
        List<UUID> inLot = places.stream().filter(place -> place.lotId().equals(lot.id())).map(LotPlace::lineId).toList();
        return lot.ended(LotStatus.FROZEN, Optional.of(LotDigest.of(Grouped.lot(lot, inLot), lines)));
    }

    private Mono<Void> lapse(Tx tx, Actor actor, List<PooledLot> ended, List<DemandLine> lines, Instant now) {
        Set<UUID> failed = ended.stream().filter(lot -> lot.status() == LotStatus.FAILED).map(PooledLot::id).collect(Collectors.toSet());
        List<DemandLine> lapsing = lines.stream().filter(line -> line.lotId().filter(failed::contains).isPresent()).toList();
        Map<UUID, UUID> lotOfLine = lapsing.stream().collect(Collectors.toMap(DemandLine::id, line -> line.lotId().orElseThrow()));
        return lapsing.isEmpty() ? Mono.empty() : desk.settle(new Asking(tx, actor, now), lapsing, lotOfLine, true);
    }

    private Mono<Void> cancel(Tx tx, Actor actor, Round round, Instant now) {
        return shelf.list(tx, round.id(), null, MOST_LOTS).flatMap(page -> move(tx, actor, LotTenders.failed(page.items()), now));
    }

    /** Lines of lots that fail on the way lapse with them; those of a round that fails lapse with the round. */
    private Mono<Void> tendered(Asking asking, Round round, RoundEvent.Tendered event) {
        return shelf.list(asking.tx(), round.id(), null, MOST_LOTS)
                .map(page -> LotTenders.after(event, page.items()))
                .filter(moved -> !moved.isEmpty())
                .flatMap(moved -> move(asking.tx(), asking.actor(), moved, asking.at())
                        .then(event instanceof RoundEvent.RoundFailed ? Mono.empty() : lapse(asking, round, moved)));
    }

    private Mono<Void> lapse(Asking asking, Round round, List<PooledLot> moved) {
        if (moved.stream().noneMatch(lot -> lot.status() == LotStatus.FAILED)) return Mono.empty();
        return demand.all(asking.tx(), round.id(), POOLABLE).flatMap(lines -> lapse(asking.tx(), asking.actor(), moved, lines, asking.at()));
    }

    private Mono<Void> move(Tx tx, Actor actor, List<PooledLot> lots, Instant now) {
        List<NewEvent> events = lots.stream().map(lot -> event(happened(lot.status()), lot)).toList();
        return Flux.fromIterable(lots).concatMap(lot -> shelf.move(tx, lot)).then(journal.append(tx, actor, now, events));
    }

    private static String happened(LotStatus reached) {
        return switch (reached) {
            case FORMING -> "LotFormed";
            case FROZEN -> "LotFrozen";
            case TENDERED -> "LotTendered";
            case AWARDED -> "LotAwarded";
            case PARTLY_AWARDED -> "LotPartlyAwarded";
            case FAILED -> "LotFailed";
            case EXECUTING -> "LotExecuting";
            case COMPLETED -> "LotCompleted";
        };
    }

    /** Only the association reads it: the lot names its members. */
    private static NewEvent event(String type, PooledLot lot) {
        return new NewEvent(PooledLot.STREAM, lot.id(), lot.version(), lot.roundId(), type, lot, Set.of(lot.associationId()));
    }
}
