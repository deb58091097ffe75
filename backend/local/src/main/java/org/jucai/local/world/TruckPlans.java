package org.jucai.local.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.CalledItem;

/** Which trucks drive for what was bought. Pure. */
final class TruckPlans {

    private static final long TRUCK_KG = 32_000;
    /** A truck of a small line is a small truck. */
    private static final long LEAST_KG = 2_000;
    private static final int PARTS = 9;
    /** No window of the demo is shorter. */
    private static final int DAYS = 14;
    private static final long SHORT_KG = 4_600;
    private static final int FIRST_RUNNING = 501;

    private TruckPlans() {}

    /** All that was bought, a truck a day; what goes through the store was released to its member. */
    static List<Truck> all(List<CalledItem> items, Cast cast) {
        List<Truck> trucks = new ArrayList<>();
        for (CalledItem item : items) {
            Optional<UUID> store = store(item, cast);
            long kg = item.item().mass().kg();
            int many = Math.toIntExact((kg + TRUCK_KG - 1) / TRUCK_KG);
            for (int i = 0; i < many; i++) {
                long planned = kg / many + (i < kg % many ? 1 : 0);
                LocalDate on = item.item().destination().fromOn().plusDays(i % DAYS);
                int number = trucks.size() + 1;
                trucks.add(new Truck(item, number, Truck.Load.usual(planned, number), on, store, store.isPresent() ? Truck.Until.RELEASED : Truck.Until.PASSED));
            }
        }
        return trucks;
    }

    /** What the first of those whom visitors play bought goes to its own gate; the last has it kept in the store. */
    private static Optional<UUID> store(CalledItem item, Cast cast) {
        boolean stored = cast.code(item.item().enterpriseId()).equals(Person.BUYERS.getLast());
        return stored ? Optional.of(cast.party("W001")) : Optional.empty();
    }

    /** Of each member and each supplier that visitors play something; from each other where they can. */
    static List<CalledItem> visitors(List<CalledItem> items, Cast cast) {
        List<CalledItem> some = new ArrayList<>();
        for (String buyer : Person.BUYERS) {
            List<CalledItem> theirs = items.stream().filter(item -> cast.code(item.item().enterpriseId()).equals(buyer)).toList();
            int before = some.size();
            for (String seller : Person.SELLERS) theirs.stream().filter(item -> cast.code(item.sellerId()).equals(seller)).findFirst().ifPresent(some::add);
            if (some.size() == before) theirs.stream().findFirst().ifPresent(some::add);
        }
        for (String seller : Person.SELLERS) {
            if (some.stream().anyMatch(item -> cast.code(item.sellerId()).equals(seller))) continue;
            items.stream().filter(item -> cast.code(item.sellerId()).equals(seller)).max(Comparator.comparing(item -> item.item().mass())).ifPresent(some::add);
        }
        return some;
    }

    /** Goods of a contract of which visitors get nothing. */
    static Optional<CalledItem> ofOthers(List<CalledItem> items, List<CalledItem> visitors) {
        return items.stream().filter(item -> visitors.stream().noneMatch(one -> one.contractId().equals(item.contractId()))).findFirst();
    }

    /** Trucks that came, are weighed again, stand at the gate, are on their way and are planned. */
    static List<Truck> running(List<CalledItem> items, LocalDate today, Cast cast) {
        List<Truck> trucks = new ArrayList<>();
        for (CalledItem item : items) {
            Optional<UUID> store = store(item, cast);
            long kg = Math.max(LEAST_KG, Math.min(TRUCK_KG, item.item().mass().kg() / PARTS / 100 * 100));
            boolean first = trucks.isEmpty();
            Line line = new Line(trucks, item, kg, store, today);
            line.add(today.minusDays(9), Truck.Until.RELEASED, first ? -SHORT_KG : 0);
            line.add(today.minusDays(7), Truck.Until.PASSED, 0);
            line.add(today.minusDays(1), Truck.Until.UNLOADED, 0);
            if (store.isEmpty() && !first) line.add(today, Truck.Until.WEIGHED, kg / 100);
            line.add(today, store.isPresent() ? Truck.Until.ARRIVED : Truck.Until.CHECKED, 0);
            line.add(today.plusDays(1), Truck.Until.ANNOUNCED, 0);
            line.add(today.plusDays(7), Truck.Until.PLANNED, 0);
        }
        return trucks;
    }

    static Truck disputed(CalledItem item, LocalDate today) {
        int number = FIRST_RUNNING - 1;
        long kg = Math.min(TRUCK_KG, item.item().mass().kg());
        return new Truck(item, number, Truck.Load.usual(kg, number), inWindow(item, today.minusDays(4), today), Optional.empty(), Truck.Until.UNLOADED);
    }

    /** What came, came in its window; what has not come yet may be late. */
    private static LocalDate inWindow(CalledItem item, LocalDate on, LocalDate today) {
        LocalDate from = item.item().destination().fromOn();
        LocalDate to = item.item().destination().toOn();
        if (on.isBefore(from)) return from;
        return on.isBefore(today) && on.isAfter(to) ? to : on;
    }

    /** Trucks of one item, numbered on. */
    private record Line(List<Truck> trucks, CalledItem item, long kg, Optional<UUID> store, LocalDate today) {

        /** @param missing kilograms lost on the way; below zero: loaded short by so many */
        void add(LocalDate on, Truck.Until until, long missing) {
            int number = FIRST_RUNNING + trucks.size();
            Truck.Load usual = Truck.Load.usual(kg, number);
            Truck.Load load = missing < 0 ? usual.lessBy(Math.min(kg / 2, -missing)) : missing > 0 ? new Truck.Load(kg, usual.sentKg(), usual.sentKg() - missing) : usual;
            trucks.add(new Truck(item, number, load, inWindow(item, on, today), store, until));
        }
    }
}
