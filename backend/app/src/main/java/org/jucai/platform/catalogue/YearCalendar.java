package org.jucai.platform.catalogue;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.WorkingDays;

/**
 * The working-day calendar of one year, as loaded.
 *
 * @param source the notice it follows
 * @param days the days that differ from an ordinary week, in order
 */
public record YearCalendar(UUID id, int year, String source, Instant importedAt, List<Day> days, long version) {

    /** A day off, or a weekend day that is worked. */
    public enum Kind { OFF, WORKING }

    /**
     * @param name the holiday it belongs to
     */
    public record Day(LocalDate on, Kind kind, @Nullable String name) {}

    public YearCalendar {
        days = List.copyOf(days);
    }

    WorkingDays.Year forCounting() {
        return new WorkingDays.Year(on(Kind.OFF), on(Kind.WORKING));
    }

    private Set<LocalDate> on(Kind kind) {
        return days.stream().filter(day -> day.kind() == kind).map(Day::on).collect(toSet());
    }
}
