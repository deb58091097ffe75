package org.jucai.platform.award.trucks;

import java.util.List;

/**
 * Trucks of an award.
 *
 * @param full loaded to their capacity with one member's goods
 * @param part the others, shared or not
 * @param least so many part trucks at least are needed while each member's part load stays whole
 */
public record TruckPlan(List<Truck> full, List<Truck> part, long least) {

    public TruckPlan {
        full = List.copyOf(full);
        part = List.copyOf(part);
    }
}
