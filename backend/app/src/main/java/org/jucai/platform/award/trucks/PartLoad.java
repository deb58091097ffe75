package org.jucai.platform.award.trucks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What a member has beyond full trucks, in one window: it stays on one truck. */
record PartLoad(String member, LocalDate from, LocalDate to, List<Truck.Load> loads) {

    static final Comparator<PartLoad> HEAVIEST = Comparator.comparingLong(PartLoad::kg).reversed().thenComparing(load -> load.loads().getFirst().parcel());

    long kg() {
        return loads.stream().mapToLong(load -> load.mass().kg()).sum();
    }
}
