package org.jucai.platform.contracts.deliveries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The control periods of a zone 管控期. Blocked days carry no deliveries, and a term is longer by as many days as it lost, without penalty: it ends
 * on the day on which it has had as many open days as it was given.
 */
public record ControlCalendar(List<ControlPeriod> periods) {

    public ControlCalendar {
        periods = List.copyOf(periods);
    }

    public static ControlCalendar of(String zone, List<ControlPeriod> periods) {
        return new ControlCalendar(periods.stream().filter(each -> each.zone().equals(zone)).toList());
    }

    /** What blocks the day, the gravest alert first. */
    public Optional<ControlPeriod> blocking(LocalDate day) {
        return periods.stream().filter(each -> each.blocks() && each.isOn(day)).max(Comparator.comparing(ControlPeriod::level));
    }

    public boolean isOpen(LocalDate day) {
        return blocking(day).isEmpty();
    }

    /** Days of a term that are blocked, each counted once however many alerts lie on it. */
    public int blockedDays(LocalDate fromOn, LocalDate toOn) {
        return Math.toIntExact(fromOn.datesUntil(toOn.plusDays(1)).filter(day -> !isOpen(day)).count());
    }

    /** The last day of the term, made longer by what was blocked; days blocked in the longer part count too. */
    public LocalDate extended(LocalDate fromOn, LocalDate toOn) {
        LocalDate last = toOn;
        for (int owed = blockedDays(fromOn, toOn); owed > 0; ) {
            last = last.plusDays(1);
            if (isOpen(last)) owed--;
        }
        return last;
    }

    /** Open days of the term as it is after its extension. */
    public List<LocalDate> openDays(LocalDate fromOn, LocalDate toOn) {
        List<LocalDate> open = new ArrayList<>();
        fromOn.datesUntil(extended(fromOn, toOn).plusDays(1)).filter(this::isOpen).forEach(open::add);
        return open;
    }
}
