package org.jucai.platform.recovery.shortfalls;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.award.allocations.Adjustment;
import org.jucai.platform.award.allocations.Allocation;
import org.jucai.platform.award.allocations.AllocationBoard;
import org.jucai.platform.award.allocations.AllocationDesk;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.contracts.SupplyDesk;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads how a lot is shared, and carries a division out: what may be called off and the members' shares, together. */
@Component
class Dividing {

    private final Database database;
    private final SupplyDesk supplies;
    private final AllocationBoard allocations;
    private final AllocationDesk shares;
    private final Rounds rounds;

    Dividing(Database database, SupplyDesk supplies, AllocationBoard allocations, AllocationDesk shares, Rounds rounds) {
        this.database = database;
        this.supplies = supplies;
        this.allocations = allocations;
        this.shares = shares;
        this.rounds = rounds;
    }

    /** Who knows what a round published, and what was asked for in it. */
    @Component
    record Rounds(RoundBoard rounds, DemandBoard demand) {}

    /** As it would be by what is called off now; asked by the finance group, which reads all contracts of the lot. */
    Mono<Decision<Division>> of(Tx tx, Shortfall shortfall) {
        return known(tx, shortfall).map(Known::decided);
    }

    private record Known(LotSupply supply, Map<UUID, Allocation> allocations, Decision<Division> decided) {}

    private Mono<Known> known(Tx tx, Shortfall shortfall) {
        Shortfall.Of of = shortfall.of();
        return supplies.of(tx, of.lotId()).flatMap(supply -> Mono.zip(allocations.ofLot(tx, of.roundId(), supply.awardNumber(), of.lotId()), rounds.rounds.get(tx, of.roundId()), committed(supply))
                .map(found -> {
                    ShareRule rule = found.getT1().stream().map(each -> each.statement().shareRule()).findFirst().orElse(ShareRule.PROPORTIONAL);
                    Decision<Division> division = Division.of(supply, of.sellerId(), shortfall.comes(), new Division.Terms(rule, truck(found.getT2()), found.getT3()));
                    return new Known(supply, found.getT1().stream().collect(Collectors.toMap(Allocation::id, Function.identity())), division);
                }));
    }

    /** When lines were committed is their members' to know; it decides only the order of the division. */
    private Mono<Map<UUID, Instant>> committed(LotSupply supply) {
        Set<UUID> lines = supply.parts().stream().map(part -> part.item().lineId()).collect(Collectors.toSet());
        return database.read(Scope.background(), tx -> rounds.demand.some(tx, supply.roundId(), lines)).map(found -> found.stream().collect(Collectors.toMap(DemandLine::id, DemandLine::submittedAt)));
    }

    private static long truck(Round round) {
        return round.tender().stream().flatMap(terms -> terms.rules().stream()).flatMap(rule -> rule instanceof AwardRule.WholeTrucks(_, var each) ? Stream.of(each.kg()) : Stream.empty())
                .findFirst().orElse(1L);
    }

    /** In the transaction that holds the items. */
    Mono<Division> carryOut(Asking asking, Shortfall shortfall) {
        return known(asking.tx(), shortfall).flatMap(known -> {
            Division division = known.decided.orElseRefuse().getFirst();
            return supplies.keep(asking.tx(), changes(known.supply, division))
                    .then(Flux.fromIterable(division.rows()).filter(row -> row.beforeKg() != row.afterKg()).concatMap(row -> adjust(asking, shortfall, known, row)).then())
                    .thenReturn(division);
        });
    }

    private static List<SupplyDesk.Change> changes(LotSupply supply, Division division) {
        Map<UUID, Long> entitled = supply.parts().stream().collect(Collectors.toMap(part -> part.item().id(), part -> part.figures().entitled().kg()));
        return division.rows().stream().map(row -> new SupplyDesk.Change(row.itemId(), 0, entitled.getOrDefault(row.itemId(), 0L) - row.afterKg())).toList();
    }

    private Mono<Allocation> adjust(Asking asking, Shortfall shortfall, Known known, Division.Row row) {
        Allocation allocation = Objects.requireNonNull(known.allocations.get(row.allocationId()), "what is contracted was allocated");
        Map<UUID, Long> of = new HashMap<>();
        known.supply.parts().stream().filter(part -> part.item().lineId().equals(row.lineId())).forEach(part -> of.put(part.sellerId(), part.figures().share().kg()));
        of.put(shortfall.of().sellerId(), row.afterKg());
        Adjustment change = new Adjustment(Adjustment.Cause.SHORT_DELIVERY, shortfall.id(), shortfall.code(), shortfall.of().sellerId(), asking.at(), row.othersKg() + row.beforeKg(),
                row.shareKg(), allocation.costs().fen(), allocation.statement().costs(of).fen(), arithmetic(known.decided.orElseRefuse().getFirst(), row));
        return shares.adjust(asking, allocation.id(), change);
    }

    private static Adjustment.Arithmetic arithmetic(Division division, Division.Row row) {
        return new Adjustment.Arithmetic(row.claimKg(), row.leastKg(), row.mostKg(), division.claimsKg(), division.comesKg(), division.rule(), division.wholeTrucks(), row.how(), row.level());
    }
}
