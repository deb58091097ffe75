package org.jucai.platform.catalogue;

import static org.jucai.platform.catalogue.CatalogueRefusal.CALENDAR_DAY_GIVEN_TWICE;
import static org.jucai.platform.catalogue.CatalogueRefusal.CALENDAR_DAY_OUTSIDE_YEAR;
import static org.jucai.platform.catalogue.CatalogueRefusal.CALENDAR_EMPTY;
import static org.jucai.platform.kernel.CommonRefusal.VERSION_CONFLICT;
import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;

/** Decides which calendar may be loaded. */
final class CalendarRules {

    private CalendarRules() {}

    /**
     * @param present the calendar that is loaded for that year
     * @param id for a year loaded for the first time
     */
    static Decision<CatalogueEvent> load(CatalogueCommand.ImportCalendar asked, Optional<YearCalendar> present, UUID id, Instant now) {
        long before = present.map(YearCalendar::version).orElse(0L);
        if (asked.expectedVersion() != null && asked.expectedVersion() != before) return refuse(VERSION_CONFLICT);
        CalendarFile file = asked.file();
        if (file.days().isEmpty()) return refuse(CALENDAR_EMPTY, Map.of("year", file.year()));
        Set<LocalDate> seen = new HashSet<>();
        for (YearCalendar.Day day : file.days()) {
            if (day.on().getYear() != file.year()) return refuse(CALENDAR_DAY_OUTSIDE_YEAR, Map.of("day", day.on(), "year", file.year()));
            if (!seen.add(day.on())) return refuse(CALENDAR_DAY_GIVEN_TWICE, Map.of("day", day.on()));
        }
        List<YearCalendar.Day> ordered = file.days().stream().sorted(Comparator.comparing(YearCalendar.Day::on)).toList();
        return accept(new CatalogueEvent.CalendarImported(new YearCalendar(
                present.map(YearCalendar::id).orElse(id), file.year(), file.source(), now, ordered, before + 1)));
    }
}
