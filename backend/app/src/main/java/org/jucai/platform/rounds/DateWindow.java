package org.jucai.platform.rounds;

import java.time.LocalDate;

/** Calendar days in Beijing, both included. */
public record DateWindow(LocalDate fromOn, LocalDate toOn) {

    public boolean isInOrder() {
        return !toOn.isBefore(fromOn);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(toOn);
    }

    public boolean contains(DateWindow other) {
        return contains(other.fromOn) && contains(other.toOn);
    }

    /** How many days two windows have in common; zero or less where none. */
    public long daysShared(DateWindow other) {
        LocalDate from = fromOn.isAfter(other.fromOn) ? fromOn : other.fromOn;
        LocalDate to = toOn.isBefore(other.toOn) ? toOn : other.toOn;
        return to.toEpochDay() - from.toEpochDay() + 1;
    }
}
