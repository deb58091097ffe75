package org.jucai.platform.contracts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.award.allocations.Allocation;
import org.jucai.platform.award.allocations.AllocationBoard;
import org.jucai.platform.award.decisions.Award;
import org.jucai.platform.award.decisions.AwardBoard;
import org.jucai.platform.bidding.bids.BidBoard;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.DeliveryPoint;
import org.jucai.platform.membership.PartyFile;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what contracts are drawn from: the final award, what it settled, and what its lines and winning offers say. */
@Component
class AwardReading {

    private final Database database;
    private final RoundBoard rounds;
    private final Boards boards;
    private final PurchasingParties purchasing;
    private final Firms firms;

    AwardReading(Database database, RoundBoard rounds, Boards boards, PurchasingParties purchasing, Firms firms) {
        this.database = database;
        this.rounds = rounds;
        this.boards = boards;
        this.purchasing = purchasing;
        this.firms = firms;
    }

    /** Who knows of an award. */
    @Component
    record Boards(AwardBoard awards, AllocationBoard allocations, DemandBoard demand, BidBoard bids) {}

    /** With the firms that stand in the contracts. */
    record Read(UUID associationId, DrawnFrom from, Map<UUID, Firm> firms) {}

    private record Found(Round round, Award award, Award.Inside inside, UUID groupId, List<Allocation> allocations, List<DemandLine> lines, OpenedRound opened) {}

    /** Refused where the award is not final, or a member has not confirmed what it got. */
    Mono<Read> of(UUID roundId) {
        return database.read(Scope.background(), tx -> rounds.get(tx, roundId).flatMap(round -> found(tx, round))).flatMap(this::read);
    }

    private Mono<Found> found(Tx tx, Round round) {
        return boards.awards.get(tx, round.id(), null)
                .filter(shown -> shown.award().status() == Award.Status.FINAL && shown.inside().isPresent())
                .onErrorMap(RefusedException.class, _ -> new RefusedException(ContractRefusal.NO_FINAL_AWARD))
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.NO_FINAL_AWARD)))
                .flatMap(shown -> boards.allocations.of(tx, round.id(), shown.award().number()).doOnNext(AwardReading::confirmed)
                        .flatMap(allocations -> Mono.zip(purchasing.of(tx, round.associationId()), boards.demand.some(tx, round.id(), lines(allocations)), boards.bids.opened(tx, round.id()))
                                .map(known -> new Found(round, shown.award(), shown.inside().orElseThrow(), known.getT1().groupId(), allocations, known.getT2(), known.getT3()))));
    }

    private static Set<UUID> lines(List<Allocation> allocations) {
        return allocations.stream().map(Allocation::lineId).collect(Collectors.toSet());
    }

    private static void confirmed(List<Allocation> allocations) {
        long open = allocations.stream().filter(each -> each.status() != Allocation.Status.CONFIRMED).count();
        if (open > 0) throw new RefusedException(ContractRefusal.ALLOCATIONS_NOT_CONFIRMED, Map.of("open", open));
    }

    private Mono<Read> read(Found found) {
        Set<UUID> parties = found.lines.stream().map(DemandLine::enterpriseId).collect(Collectors.toSet());
        parties.add(found.groupId);
        found.inside.settlement().lots().forEach(lot -> lot.sold().forEach(sold -> parties.add(UUID.fromString(sold.supplier()))));
        return firms.files(parties).collectMap(file -> file.party().id()).map(files -> new Read(found.round.associationId(), from(found, files),
                files.values().stream().map(file -> Firms.firm(file, false)).collect(Collectors.toMap(Firm::id, Function.identity()))));
    }

    private static DrawnFrom from(Found found, Map<UUID, PartyFile> files) {
        Map<UUID, DrawnFrom.Lot> lots = found.award.sheet().lots().stream()
                .collect(Collectors.toMap(lot -> lot.lotId(), lot -> new DrawnFrom.Lot(lot.lotId(), lot.code(), lot.grade(), lot.size(), lot.packing())));
        Map<UUID, UUID> allocations = found.allocations.stream().collect(Collectors.toMap(Allocation::lineId, Allocation::id));
        Map<UUID, DrawnFrom.Line> lines = found.lines.stream().collect(Collectors.toMap(DemandLine::id, line -> line(line, allocations, Optional.ofNullable(files.get(line.enterpriseId())))));
        Map<DrawnFrom.Winner, LotOffer> offers = new HashMap<>();
        found.opened.offers().forEach(offer -> offer.lots().forEach(lot -> offers.put(new DrawnFrom.Winner(offer.supplierId(), lot.lotId()), lot.offer())));
        return new DrawnFrom(found.round.id(), found.round.code(), found.round.terms().mode(), found.award.number(), found.groupId,
                found.round.tender().orElseThrow().feeRateBp(), found.inside.settlement(), lots, lines, offers);
    }

    private static DrawnFrom.Line line(DemandLine line, Map<UUID, UUID> allocations, Optional<PartyFile> member) {
        Optional<DeliveryPoint> point = member.flatMap(file -> file.deliveryPoint(line.place().id()));
        String address = point.map(DeliveryPoint::address).orElse("");
        UUID allocation = allocations.get(line.id());
        if (allocation == null) throw new IllegalStateException("line " + line.id() + " was found by its allocation and has none");
        return new DrawnFrom.Line(line.id(), line.code(), line.enterpriseId(), allocation, new ContractItem.Destination(true, line.place().zone(), line.place().id(),
                line.place().name(), address, line.window().fromOn(), line.window().toOn()));
    }
}
