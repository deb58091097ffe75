package org.jucai.platform.rounds.trucks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Alternative;
import org.jucai.platform.rounds.pooling.Lot;
import org.jucai.platform.rounds.pooling.PoolLine;
import org.jucai.platform.rounds.trucks.TruckPlan.LotLoads;

/**
 * Plans truck loads by target mass. A line of m kg fills ⌊m ÷ capacity⌋ trucks and leaves a part load of m mod capacity.
 * Part loads may share a truck within a lot, and across lots of one zone and packing whose windows meet: loose goods only
 * with the same grade and size, big bags with any.
 */
public final class TruckLoads {

    /** Part loads that may share a truck, windows aside. */
    private record Company(String zone, String packing, String grade, String size) {

        static final Comparator<Company> ORDER = Comparator.comparing(Company::zone)
                .thenComparing(Company::packing).thenComparing(Company::grade).thenComparing(Company::size);

        static Company of(Lot lot, TruckRules rules) {
            boolean mixes = rules.mixable().contains(lot.packing());
            return new Company(lot.zone(), lot.packing(), mixes ? "" : lot.grade(), mixes ? "" : lot.size());
        }
    }

    /** Trucks for part loads, and how many at least are needed. */
    private record Packed(List<SharedTruck> trucks, long least) {
        static Packed of(List<PartLoad> loads, TruckRules rules) {
            Packing.Packed<PartLoad> packed = Packing.of(loads, rules.capacity(), rules.workLimit());
            return new Packed(packed.trucks().stream().map(SharedTruck::of).toList(), packed.least());
        }
    }

    private TruckLoads() {}

    /** @param lines the lots' lines; may hold more */
    public static TruckPlan plan(List<Lot> lots, List<PoolLine> lines, TruckRules rules) {
        Map<UUID, PoolLine> byId = lines.stream().collect(Collectors.toMap(PoolLine::id, Function.identity()));
        List<LotLoads> each = IntStream.range(0, lots.size()).mapToObj(lot -> loads(lot, lots.get(lot), byId, rules)).toList();
        Map<Company, List<LotLoads>> companies = new TreeMap<>(Company.ORDER);
        for (LotLoads loads : each) {
            companies.computeIfAbsent(Company.of(lots.get(loads.lot()), rules), _ -> new ArrayList<>()).add(loads);
        }
        List<Packed> packed = companies.values().stream().map(some -> across(some, rules)).toList();
        return new TruckPlan(each, packed.stream().flatMap(some -> some.trucks().stream()).toList(),
                packed.stream().mapToLong(Packed::least).sum());
    }

    /** What one enterprise may see: its own lines, in the order given. */
    static List<OwnLoads> ownLoads(TruckPlan plan, List<PoolLine> lines, UUID enterprise, TruckRules rules) {
        Set<UUID> shares = new HashSet<>();
        for (SharedTruck truck : plan.shared()) {
            boolean company = truck.loads().stream().anyMatch(load -> !load.enterpriseId().equals(enterprise));
            if (company) truck.loads().forEach(load -> shares.add(load.lineId()));
        }
        return lines.stream().filter(line -> line.enterpriseId().equals(enterprise)).map(line -> {
            long kg = line.target().kg();
            long capacity = rules.capacity().kg();
            return new OwnLoads(line.id(), kg / capacity, new Kilograms(kg % capacity), shares.contains(line.id()));
        }).toList();
    }

    /** Counts for comparing groupings: full trucks, and trucks for the part loads of each lot by itself. */
    public static Alternative.TruckCount counting(TruckRules rules) {
        return (grouping, lines) -> {
            TruckPlan plan = plan(grouping.lots(), lines, rules);
            return new Alternative.Trucks(plan.fullTrucks(), plan.lots().stream().mapToLong(lot -> lot.together().size()).sum());
        };
    }

    /** Never more trucks than the lots need each by itself. */
    private static Packed across(List<LotLoads> lots, TruckRules rules) {
        Packed packed = Packed.of(lots.stream().flatMap(lot -> lot.parts().stream()).toList(), rules);
        List<SharedTruck> apart = lots.stream().flatMap(lot -> lot.together().stream()).toList();
        return apart.size() < packed.trucks().size() ? new Packed(apart, packed.least()) : packed;
    }

    private static LotLoads loads(int index, Lot lot, Map<UUID, PoolLine> byId, TruckRules rules) {
        long capacity = rules.capacity().kg();
        long full = 0;
        List<PartLoad> parts = new ArrayList<>();
        for (UUID id : lot.lineIds()) {
            PoolLine line = byId.get(id);
            if (line == null) throw new IllegalArgumentException("line " + id + " of a lot is missing");
            full += line.target().kg() / capacity;
            long rest = line.target().kg() % capacity;
            if (rest > 0) parts.add(new PartLoad(id, line.enterpriseId(), index, lot.window(), new Kilograms(rest)));
        }
        Packed packed = Packed.of(parts, rules);
        return new LotLoads(index, full, parts, packed.trucks(), packed.least());
    }
}
