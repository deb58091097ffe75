package org.jucai.platform.award.trucks;

import java.time.LocalDate;
import java.util.List;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.trucks.Load;

/** What a member has beyond full trucks, in one window: it stays on one truck. */
record PartLoad(String member, LocalDate from, LocalDate to, List<Truck.Load> loads) implements Load {

    @Override
    public String key() {
        return loads.getFirst().parcel();
    }

    @Override
    public String owner() {
        return member;
    }

    @Override
    public Kilograms mass() {
        return new Kilograms(loads.stream().mapToLong(load -> load.mass().kg()).sum());
    }
}
