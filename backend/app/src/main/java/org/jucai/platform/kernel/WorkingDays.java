package org.jucai.platform.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts terms by the working-day calendars that are loaded. A year without a calendar has its weekends off, and every
 * answer that passed through it says so.
 *
 * @param years the loaded calendars by year
 */
public record WorkingDays(Map<Integer, Year> years) {

    /** Nothing is loaded: weekends only. */
    public static final WorkingDays WEEKENDS_ONLY = new WorkingDays(Map.of());

    /**
     * What a year's notice says.
     *
     * @param off days off, weekends may be among them
     * @param makeUp weekend days that are worked
     */
    public record Year(Set<LocalDate> off, Set<LocalDate> makeUp) {
        public Year {
            off = Set.copyOf(off);
            makeUp = Set.copyOf(makeUp);
        }
    }

    /**
     * The end of a term.
     *
     * @param lastOn its last day
     * @param yearsNotLoaded years on the way for which only weekends could be counted
     */
    public record Term(LocalDate lastOn, SortedSet<Integer> yearsNotLoaded) {}

    public WorkingDays {
        years = Map.copyOf(years);
    }

    public boolean isLoaded(int year) {
        return years.containsKey(year);
    }

    public boolean isWorking(LocalDate day) {
        Year year = years.get(day.getYear());
        if (year != null && year.makeUp().contains(day)) return true;
        if (year != null && year.off().contains(day)) return false;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself if it is worked, else the next one that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorking(candidate)) candidate = candidate.plusDays(1);
        return candidate;
    }

    /** The next working day after this one. */
    public LocalDate after(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /**
     * A term in calendar days (日内): the day of the event does not count, and a last day that is off moves on to the
     * next working day (民法典 arts. 201, 203).
     */
    public Term calendarDays(LocalDate eventOn, int days) {
        return term(eventOn, onOrAfter(eventOn.plusDays(notNegative(days))));
    }

    /** A term in working days (个工作日): the day of the event does not count, nor does any day off. */
    public Term workingDays(LocalDate eventOn, int days) {
        LocalDate last = notNegative(days) == 0 ? onOrAfter(eventOn) : eventOn;
        for (int counted = 0; counted < days; counted++) last = after(last);
        return term(eventOn, last);
    }

    private Term term(LocalDate eventOn, LocalDate lastOn) {
        SortedSet<Integer> missing = new TreeSet<>();
        for (int year = eventOn.getYear(); year <= lastOn.getYear(); year++) {
            if (!isLoaded(year)) missing.add(year);
        }
        return new Term(lastOn, missing);
    }

    private static int notNegative(int days) {
        if (days < 0) throw new IllegalArgumentException("a term is not negative: " + days + " days");
        return days;
    }
}
