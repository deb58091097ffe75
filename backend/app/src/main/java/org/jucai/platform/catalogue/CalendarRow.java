package org.jucai.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A calendar as it is written down, in its row and in its events. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CalendarRow(UUID id, int year, String source, List<YearCalendar.Day> days, Instant importedAt, long version) {

    static CalendarRow of(YearCalendar calendar) {
        return new CalendarRow(calendar.id(), calendar.year(), calendar.source(), calendar.days(), calendar.importedAt(), calendar.version());
    }

    YearCalendar read() {
        return new YearCalendar(id, year, source, importedAt, days, version);
    }
}
