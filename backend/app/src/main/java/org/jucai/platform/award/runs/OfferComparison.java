package org.jucai.platform.award.runs;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.bidding.bids.BidStatus;
import org.jucai.platform.bidding.bids.OpenedLot;
import org.jucai.platform.bidding.bids.OpenedOffer;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.CountedSize;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.lots.FrozenLots.FrozenLot;
import org.jucai.platform.rounds.lots.PooledLot;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Opened offers side by side, lot by lot, on what they cost landed. */
@Service
public class OfferComparison {

    private static final Set<PartyKind> SEE_ALL = EnumSet.of(PartyKind.AUDITOR, PartyKind.SUPERVISOR);

    private final Database database;
    private final RoundBoard rounds;
    private final RunMaker maker;

    OfferComparison(Database database, RoundBoard rounds, RunMaker maker) {
        this.database = database;
        this.rounds = rounds;
        this.maker = maker;
    }

    /** A supplier of the round. @param group connected suppliers share one @param size empty where it stated none before offers were due */
    public record Supplier(UUID id, Optional<CountedSize> size, Optional<UUID> group) {

        /** Counts as small. */
        public boolean small() {
            return size.filter(CountedSize::isSmall).isPresent();
        }
    }

    /** A lot and what is offered for it, by supplier. */
    public record Row(PooledLot lot, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param price empty where nobody said what bringing it to the lot's zone costs */
    public record Cell(UUID supplier, BidStatus status, Optional<Price> price, OptionalInt rank) {}

    /** @param atKg the lot's target, or as much of it as the supplier delivers; other figures in fen a tonne */
    public record Price(long minimumKg, long capacityKg, long atKg, long landed, long lowest, long freight) {}

    /** @param suppliers all of the round, by id */
    public record Table(List<Supplier> suppliers, Page<Row> rows) {
        public Table {
            suppliers = List.copyOf(suppliers);
        }
    }

    /** By lot code; for the round's association, auditors and supervisors. */
    public Mono<Table> of(Actor actor, UUID roundId, @Nullable String cursor, int limit) {
        return database.read(Scope.background(), tx -> rounds.get(tx, roundId)
                .filter(round -> actor.actsFor(round.associationId()) || SEE_ALL.contains(actor.partyKind()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(round -> maker.known(tx, round)))
                .flatMap(known -> table(known, cursor, limit));
    }

    private Mono<Table> table(RunMaker.Known known, @Nullable String cursor, int limit) {
        return maker.problem(known, List.of(), false, Offered.ALL).map(problem -> {
            Map<String, Map<String, AwardProblem.Bid>> bids = bids(problem);
            List<FrozenLot> shown = known.lots().stream().filter(lot -> cursor == null || lot.lot().code().compareTo(cursor) > 0).limit(limit + 1L).toList();
            List<Row> rows = shown.stream().map(lot -> new Row(lot.lot(), ranked(cells(lot.lot(), known, bids)))).toList();
            return new Table(suppliers(known), Page.cut(rows, limit, row -> row.lot().code()));
        });
    }

    private static List<Supplier> suppliers(RunMaker.Known known) {
        return known.opened().offers().stream().map(OpenedOffer::supplierId).sorted(Comparator.comparing(UUID::toString))
                .map(id -> new Supplier(id, Optional.ofNullable(known.sizes().get(id)), Optional.ofNullable(known.circles().get(id)))).toList();
    }

    private static Map<String, Map<String, AwardProblem.Bid>> bids(AwardProblem problem) {
        Map<String, Map<String, AwardProblem.Bid>> byLot = new HashMap<>();
        problem.suppliers().forEach(supplier -> supplier.bids().forEach(bid -> byLot.computeIfAbsent(bid.lot(), _ -> new HashMap<>()).put(supplier.id(), bid)));
        return byLot;
    }

    private static List<Cell> cells(PooledLot lot, RunMaker.Known known, Map<String, Map<String, AwardProblem.Bid>> bids) {
        Map<String, AwardProblem.Bid> here = bids.getOrDefault(lot.id().toString(), Map.of());
        return known.opened().offers().stream()
                .flatMap(offer -> offer.lots().stream().filter(one -> one.lotId().equals(lot.id())).map(one -> cell(offer, one, lot, here)))
                .sorted(Comparator.comparing(cell -> cell.supplier().toString())).toList();
    }

    private static Cell cell(OpenedOffer offer, OpenedLot one, PooledLot lot, Map<String, AwardProblem.Bid> here) {
        Optional<AwardProblem.Bid> bid = Optional.ofNullable(here.get(offer.supplierId().toString()));
        return new Cell(offer.supplierId(), one.status(), bid.map(priced -> {
            long at = Math.clamp(lot.target().kg(), Math.max(1, priced.minimumKg()), Math.max(1, priced.capacityKg()));
            return new Price(priced.minimumKg(), priced.capacityKg(), at, LandedCost.at(priced, at), LandedCost.lowest(priced), priced.freightFenPerTonne());
        }), OptionalInt.empty());
    }

    /** Among those that may be awarded: one more than are cheaper. */
    private static List<Cell> ranked(List<Cell> cells) {
        List<Long> landed = cells.stream().filter(OfferComparison::counts).flatMap(cell -> cell.price().stream()).map(Price::landed).sorted().collect(Collectors.toList());
        return cells.stream().map(cell -> counts(cell)
                ? new Cell(cell.supplier(), cell.status(), cell.price(), OptionalInt.of(1 + landed.indexOf(cell.price().map(Price::landed).orElse(0L)))) : cell).toList();
    }

    private static boolean counts(Cell cell) {
        return cell.price().isPresent() && Offered.NOT_REJECTED.contains(cell.status());
    }
}
