package org.jucai.platform.award.trucks;

import java.time.LocalDate;
import org.jucai.platform.kernel.Kilograms;

/**
 * What one line gets from one supplier.
 *
 * @param goods what may lie on one truck: parcels of one word here do
 * @param from first and {@code to} last day of delivery
 */
public record Parcel(String id, String member, String supplier, String zone, String goods, LocalDate from, LocalDate to, Kilograms mass) {

    public Parcel {
        if (to.isBefore(from)) throw new IllegalArgumentException("the window of " + id + " ends before it begins");
    }
}
