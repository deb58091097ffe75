package org.jucai.platform.rounds.pooling;

import java.time.LocalDate;

/** Days on which goods may arrive, both ends included. */
public record Window(LocalDate from, LocalDate to) {

    public Window {
        if (to.isBefore(from)) throw new IllegalArgumentException("a window does not end before it begins: " + from + " – " + to);
    }

    public boolean meets(Window other) {
        return !other.to.isBefore(from) && !to.isBefore(other.from);
    }

    /** The days both have in common; only for windows that meet. */
    public Window common(Window other) {
        return new Window(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    /** The same window, longer by so many days at either end. */
    public Window widened(int days) {
        return new Window(from.minusDays(days), to.plusDays(days));
    }
}
