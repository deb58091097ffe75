package org.jucai.platform.rounds.workbook;

import java.time.LocalDate;

/** The first and the last day on which the round lets goods be delivered. */
public record DeliveryPeriod(LocalDate from, LocalDate to) {

    public DeliveryPeriod {
        if (to.isBefore(from)) throw new IllegalArgumentException("a period ends before it starts: " + from + " to " + to);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
