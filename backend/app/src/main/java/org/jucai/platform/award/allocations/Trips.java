package org.jucai.platform.award.allocations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jucai.platform.award.trucks.Parcel;
import org.jucai.platform.award.trucks.Truck;
import org.jucai.platform.award.trucks.TruckPlan;

/** What each line's parcels do on the trucks of a plan. Pure. */
final class Trips {

    private final Map<String, List<Truck>> full = new HashMap<>();
    private final Map<String, List<Truck>> part = new HashMap<>();

    Trips(TruckPlan plan) {
        plan.full().forEach(truck -> truck.loads().forEach(load -> full.computeIfAbsent(load.parcel(), _ -> new ArrayList<>()).add(truck)));
        plan.part().forEach(truck -> truck.loads().forEach(load -> part.computeIfAbsent(load.parcel(), _ -> new ArrayList<>()).add(truck)));
    }

    /** A full truck that carries several of the member's own lines is told at each. */
    Statement.Trip of(Parcel parcel) {
        List<Truck> full = this.full.getOrDefault(parcel.id(), List.of());
        List<Truck> part = this.part.getOrDefault(parcel.id(), List.of());
        SortedSet<UUID> others = new TreeSet<>();
        part.forEach(truck -> truck.loads().stream().filter(load -> !load.member().equals(parcel.member())).forEach(load -> others.add(UUID.fromString(load.member()))));
        long partKg = part.stream().flatMap(truck -> truck.loads().stream()).filter(load -> load.parcel().equals(parcel.id())).mapToLong(load -> load.mass().kg()).sum();
        Truck days = part.isEmpty() ? full.getFirst() : part.getFirst();
        return new Statement.Trip(UUID.fromString(parcel.supplier()), parcel.mass().kg(), full.size(), partKg, days.from(), days.to(), List.copyOf(others));
    }
}
