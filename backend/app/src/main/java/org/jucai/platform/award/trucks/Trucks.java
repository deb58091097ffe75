package org.jucai.platform.award.trucks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.trucks.Packing;
import org.jucai.platform.rounds.trucks.TruckRules;

/**
 * Plans trucks. What a member gets from one supplier in one zone, of one kind of goods and in one window is loaded together: full
 * trucks first, in the order of parcels, and what is left, less than a truck, stays whole and may travel with that of others.
 */
public final class Trucks {

    private static final long MOST_WORK = 200_000;

    private record Way(String supplier, String zone, String goods) {
        static final Comparator<Way> ORDER = Comparator.comparing(Way::supplier).thenComparing(Way::zone).thenComparing(Way::goods);
    }

    private record Consignment(String member, LocalDate from, LocalDate to) {
        static final Comparator<Consignment> ORDER = Comparator.comparing(Consignment::member)
                .thenComparing(Consignment::from).thenComparing(Consignment::to);
    }

    private final Map<String, Kilograms> capacities;
    private final List<Truck> full = new ArrayList<>();
    private final List<Truck> part = new ArrayList<>();
    private long least;

    private Trucks(Map<String, Kilograms> capacities) {
        this.capacities = capacities;
    }

    /** @param capacities by supplier; {@link TruckRules#USUAL_CAPACITY} where none is said */
    public static TruckPlan plan(List<Parcel> parcels, Map<String, Kilograms> capacities) {
        Trucks trucks = new Trucks(capacities);
        Map<Way, List<Parcel>> ways = new TreeMap<>(Way.ORDER);
        for (Parcel parcel : parcels.stream().sorted(Comparator.comparing(Parcel::id)).toList()) {
            if (parcel.mass().kg() > 0) ways.computeIfAbsent(new Way(parcel.supplier(), parcel.zone(), parcel.goods()), way -> new ArrayList<>()).add(parcel);
        }
        ways.forEach(trucks::way);
        return new TruckPlan(trucks.full, trucks.part, trucks.least);
    }

    private void way(Way way, List<Parcel> parcels) {
        Kilograms capacity = capacities.getOrDefault(way.supplier(), TruckRules.USUAL_CAPACITY);
        if (capacity.kg() < 1) throw new IllegalArgumentException("a truck of " + way.supplier() + " carries nothing");
        Map<Consignment, List<Parcel>> consignments = new TreeMap<>(Consignment.ORDER);
        for (Parcel parcel : parcels) {
            consignments.computeIfAbsent(new Consignment(parcel.member(), parcel.from(), parcel.to()), each -> new ArrayList<>()).add(parcel);
        }
        List<PartLoad> rests = new ArrayList<>();
        consignments.forEach((consignment, own) -> {
            PartLoad rest = fill(way, consignment, own, capacity.kg());
            if (!rest.loads().isEmpty()) rests.add(rest);
        });
        Packing.Packed<PartLoad> packed = Packing.of(rests, capacity, MOST_WORK);
        least += packed.least();
        packed.trucks().forEach(together -> part.add(shared(way, together)));
    }

    private static Truck shared(Way way, List<PartLoad> together) {
        LocalDate from = together.stream().map(PartLoad::from).max(LocalDate::compareTo).orElseThrow();
        LocalDate to = together.stream().map(PartLoad::to).min(LocalDate::compareTo).orElseThrow();
        return truck(way, from, to, together.stream().flatMap(load -> load.loads().stream()).toList());
    }

    private PartLoad fill(Way way, Consignment consignment, List<Parcel> parcels, long capacity) {
        List<Truck.Load> loads = new ArrayList<>();
        long room = capacity;
        for (Parcel parcel : parcels) {
            long left = parcel.mass().kg();
            while (left > 0) {
                long taken = Math.min(left, room);
                loads.add(new Truck.Load(parcel.id(), parcel.member(), new Kilograms(taken)));
                left -= taken;
                room -= taken;
                if (room > 0) continue;
                full.add(truck(way, consignment.from(), consignment.to(), loads));
                loads = new ArrayList<>();
                room = capacity;
            }
        }
        return new PartLoad(consignment.member(), consignment.from(), consignment.to(), List.copyOf(loads));
    }

    private static Truck truck(Way way, LocalDate from, LocalDate to, List<Truck.Load> loads) {
        return new Truck(way.supplier(), way.zone(), way.goods(), from, to, loads.stream().sorted(Comparator.comparing(Truck.Load::parcel)).toList());
    }
}
