package org.jucai.platform.award.trucks;

import java.time.LocalDate;
import java.util.List;
import org.jucai.platform.kernel.Kilograms;

/**
 * One truck.
 *
 * @param from and {@code to}: the days that suit all that is on it
 * @param loads by parcel; their masses sum to the truck's
 */
public record Truck(String supplier, String zone, String goods, LocalDate from, LocalDate to, List<Load> loads) {

    /** A parcel, or a part of one. */
    public record Load(String parcel, String member, Kilograms mass) {}

    public Truck {
        loads = List.copyOf(loads);
    }

    public Kilograms mass() {
        return new Kilograms(loads.stream().mapToLong(load -> load.mass().kg()).sum());
    }

    /** Whether more than one member's goods are on it. */
    public boolean shared() {
        return loads.stream().map(Load::member).distinct().count() > 1;
    }
}
