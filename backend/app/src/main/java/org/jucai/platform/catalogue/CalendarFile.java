package org.jucai.platform.catalogue;

import java.util.List;

/**
 * What a calendar file says.
 *
 * @param days in any order; not yet checked
 */
public record CalendarFile(int year, String source, List<YearCalendar.Day> days) {

    public CalendarFile {
        days = List.copyOf(days);
    }
}
