package org.jucai.platform.contracts.deliveries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/** Proposes trucks for what is still to come: full ones for each item, and what is left over on shared ones, spread over the open days. Pure. */
public final class TruckProposal {

    /** Six axles and 49 t in all carry 31 to 33 t. */
    public static final Kilograms USUAL_TRUCK = Kilograms.tonnes(32);

    /** So many trucks are proposed at once; the rest when these are planned. */
    static final int MOST = 200;

    private TruckProposal() {}

    /** What of an item is not called off yet, and its term. @param together what may lie on one truck with it: grade and size where loose */
    public record Open(UUID itemId, Kilograms left, LocalDate fromOn, LocalDate toOn, String zone, String together) {}

    /** One truck. */
    public record Truck(LocalDate on, List<Load> loads) {

        public Truck {
            loads = List.copyOf(loads);
        }

        public Kilograms mass() {
            return loads.stream().map(Load::mass).reduce(Kilograms.ZERO, Kilograms::plus);
        }
    }

    /** What of an item is on a truck. */
    public record Load(UUID itemId, Kilograms mass) {}

    /** @param periods of all zones */
    public static List<Truck> propose(List<Open> items, Kilograms truck, List<ControlPeriod> periods, LocalDate today) {
        List<Truck> trucks = new ArrayList<>();
        List<Open> rests = new ArrayList<>();
        for (Open item : items) {
            long full = item.left().kg() / truck.kg();
            List<LocalDate> days = days(item, periods, today);
            for (int i = 0; i < full; i++) trucks.add(new Truck(spread(days, i, full), List.of(new Load(item.itemId(), truck))));
            Kilograms rest = new Kilograms(item.left().kg() % truck.kg());
            if (rest.kg() > 0) rests.add(new Open(item.itemId(), rest, item.fromOn(), item.toOn(), item.zone(), item.together()));
        }
        shared(rests, truck).forEach(on -> trucks.add(new Truck(days(on.getFirst(), periods, today).getLast(),
                on.stream().map(each -> new Load(each.itemId(), each.left())).toList())));
        return trucks.stream().sorted(Comparator.comparing(Truck::on)).limit(MOST).toList();
    }

    /** Largest first, each on the first truck of its zone, term and kind that still has room. */
    private static List<List<Open>> shared(List<Open> rests, Kilograms truck) {
        List<List<Open>> trucks = new ArrayList<>();
        rests.stream().sorted(Comparator.comparing(Open::left).reversed().thenComparing(Open::itemId)).forEach(rest -> trucks.stream()
                .filter(on -> fits(on, rest, truck)).findFirst()
                .ifPresentOrElse(on -> on.add(rest), () -> trucks.add(new ArrayList<>(List.of(rest)))));
        return trucks;
    }

    private static boolean fits(List<Open> on, Open rest, Kilograms truck) {
        Open first = on.getFirst();
        boolean alike = first.zone().equals(rest.zone()) && first.together().equals(rest.together())
                && first.fromOn().equals(rest.fromOn()) && first.toOn().equals(rest.toOn());
        return alike && on.stream().mapToLong(each -> each.left().kg()).sum() + rest.left().kg() <= truck.kg();
    }

    /** Open days that are not over; where the term is, the next open day. */
    private static List<LocalDate> days(Open item, List<ControlPeriod> periods, LocalDate today) {
        ControlCalendar calendar = ControlCalendar.of(item.zone(), periods);
        List<LocalDate> ahead = calendar.openDays(item.fromOn(), item.toOn()).stream().filter(day -> !day.isBefore(today)).toList();
        if (!ahead.isEmpty()) return ahead;
        LocalDate next = today;
        while (!calendar.isOpen(next)) next = next.plusDays(1);
        return List.of(next);
    }

    private static LocalDate spread(List<LocalDate> days, long truck, long trucks) {
        return days.get(Math.toIntExact(truck * days.size() / trucks));
    }
}
