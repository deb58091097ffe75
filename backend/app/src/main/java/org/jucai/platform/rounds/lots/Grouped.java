package org.jucai.platform.rounds.lots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.pooling.Alternative;
import org.jucai.platform.rounds.pooling.Grouping;
import org.jucai.platform.rounds.pooling.Lot;
import org.jucai.platform.rounds.pooling.Placement;
import org.jucai.platform.rounds.pooling.PoolLine;
import org.jucai.platform.rounds.pooling.PoolRules;
import org.jucai.platform.rounds.pooling.Pooling;
import org.jucai.platform.rounds.pooling.Window;
import org.jucai.platform.rounds.trucks.TruckLoads;
import org.jucai.platform.rounds.trucks.TruckPlan;
import org.jucai.platform.rounds.trucks.TruckRules;

/**
 * What grouping a round's lines comes to: lots, places, report. Pure, and heavy: not for an event loop.
 *
 * @param lines what was pooled, ascending by id
 */
record Grouped(List<PooledLot> lots, List<LotPlace> places, PoolingReport report, List<PoolLine> lines) {

    /** Only bags of different goods may share a truck. */
    private static final TruckRules TRUCKS = TruckRules.usual(Set.of("BIG_BAG"));

    /** What pooling stood at before a gap was filled. */
    record Before(List<PooledLot> lots, List<LotPlace> places, List<PoolLine> lines) {}

    static Grouped of(Round round, List<DemandLine> demand, Optional<Before> before, Ids ids) {
        List<PoolLine> lines = demand.stream().map(Grouped::poolLine).toList();
        PoolRules rules = rules(round, lines);
        Grouping grouping = before.isEmpty()
                ? Pooling.group(lines, rules)
                : Pooling.reopen(lots(before.get()), before.get().lines(), lines, rules);
        TruckPlan trucks = TruckLoads.plan(grouping.lots(), lines, TRUCKS);
        return new Sheet(round, grouping, trucks, lines, ids).grouped(report(round, grouping, lines, rules));
    }

    private static PoolingReport report(Round round, Grouping grouping, List<PoolLine> lines, PoolRules rules) {
        List<Alternative> alternatives = Pooling.alternatives(lines, rules, TruckLoads.counting(TRUCKS));
        return new PoolingReport(round.id(), grouping.leftover().kg(), grouping.bound().kg(),
                grouping.leftover().equals(grouping.bound()), alternatives);
    }

    static PoolLine poolLine(DemandLine line) {
        return new PoolLine(line.id(), line.enterpriseId(), line.acceptedGrades(), line.size().name(), line.packing().name(),
                line.place().zone(), new Window(line.window().fromOn(), line.window().toOn()), line.minimum(), line.target(), line.maximum());
    }

    private static PoolRules rules(Round round, List<PoolLine> lines) {
        Map<String, Kilograms> viable = new HashMap<>();
        lines.forEach(line -> line.acceptedGrades().forEach(grade -> viable.put(grade, round.terms().viable(grade))));
        return PoolRules.usual(viable);
    }

    private static List<Lot> lots(Before before) {
        Map<UUID, List<UUID>> linesOfLot = before.places().stream()
                .collect(Collectors.groupingBy(LotPlace::lotId, Collectors.mapping(LotPlace::lineId, Collectors.toList())));
        return before.lots().stream().map(lot -> lot(lot, linesOfLot.getOrDefault(lot.id(), List.of()))).toList();
    }

    static Lot lot(PooledLot lot, List<UUID> lines) {
        return new Lot(lot.grade(), lot.size(), lot.packing(), lot.zone(), new Window(lot.window().fromOn(), lot.window().toOn()), lines,
                lot.minimum(), lot.target(), lot.maximum(), lot.viable());
    }

    /** Writes the grouping down as lots and places. */
    private record Sheet(Round round, Grouping grouping, TruckPlan trucks, List<PoolLine> lines, Ids ids) {

        Grouped grouped(PoolingReport report) {
            List<Integer> order = IntStream.range(0, grouping.lots().size()).boxed()
                    .sorted(Comparator.comparing((Integer i) -> grouping.lots().get(i).grade()).thenComparing(i -> grouping.lots().get(i).zone())
                            .thenComparing(i -> grouping.lots().get(i).window().from()).thenComparing(i -> i))
                    .toList();
            Map<UUID, PoolLine> byId = lines.stream().collect(Collectors.toMap(PoolLine::id, Function.identity()));
            Map<UUID, Placement> reasons = grouping.placements().stream().collect(Collectors.toMap(Placement::lineId, Function.identity()));
            List<PooledLot> lots = new ArrayList<>();
            List<LotPlace> places = new ArrayList<>();
            for (int index : order) {
                PooledLot lot = lot(index, "P-%03d".formatted(lots.size() + 1), byId);
                lots.add(lot);
                List<UUID> inLot = grouping.lots().get(index).lineIds();
                for (int i = 0; i < inLot.size(); i++) places.add(place(lot, byId.get(inLot.get(i)), reasons.get(inLot.get(i)), i));
            }
            return new Grouped(lots, places, report, lines);
        }

        private LotPlace place(PooledLot lot, @org.jspecify.annotations.Nullable PoolLine line, @org.jspecify.annotations.Nullable Placement why, int ordinal) {
            if (line == null || why == null) throw new IllegalStateException("a lot names a line that was not pooled");
            return new LotPlace(lot.id(), round.id(), line.id(), round.associationId(), line.enterpriseId(), ordinal, why.reason().name(),
                    why.shortBy().kg(), why.rank());
        }

        private PooledLot lot(int index, String code, Map<UUID, PoolLine> byId) {
            Lot lot = grouping.lots().get(index);
            Set<UUID> members = new HashSet<>();
            lot.lineIds().forEach(id -> members.add(java.util.Objects.requireNonNull(byId.get(id)).enterpriseId()));
            return new PooledLot(ids.next(), round.id(), round.associationId(), code, LotStatus.FORMING, 1, lot.grade(), lot.size(), lot.packing(),
                    lot.zone(), new DateWindow(lot.window().from(), lot.window().to()), lot.lineIds().size(), members, lot.minimum(), lot.target(),
                    lot.maximum(), lot.viable(), loads(trucks.lots().get(index)), Optional.empty());
        }

        private static PooledLot.Loads loads(TruckPlan.LotLoads loads) {
            return new PooledLot.Loads(TRUCKS.capacity().kg(), loads.fullTrucks(), loads.parts().size(),
                    loads.parts().stream().mapToLong(part -> part.mass().kg()).sum(), loads.together().size(),
                    loads.together().stream().map(truck -> new PooledLot.Shared(truck.loads().stream().map(part -> part.lineId()).toList(), truck.mass().kg())).toList());
        }
    }
}
