package org.jucai.platform.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a calendar from the text of a file, JSON or CSV; the two forms are described in the specification. */
public final class CalendarReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SOURCE = 300;
    private static final int MOST_DAYS = 400;

    private CalendarReader() {}

    record JsonDay(String on, @Nullable String name) {}

    record JsonCalendar(String format, int year, String source, List<JsonDay> daysOff, List<JsonDay> makeUpWorkingDays) {}

    /** Refuses with {@code CALENDAR_FILE_UNREADABLE} and the line where reading stopped. */
    public static CalendarFile read(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return content.stripLeading().startsWith("{") ? readJson(content) : readCsv(content);
    }

    private static CalendarFile readJson(String content) {
        try {
            JsonCalendar read = JSON.readValue(content, JsonCalendar.class);
            if (!"jucai-calendar/1".equals(read.format()) || read.daysOff() == null || read.makeUpWorkingDays() == null) throw unreadable(1);
            List<YearCalendar.Day> days = Stream.concat(
                            read.daysOff().stream().map(day -> jsonDay(day, YearCalendar.Kind.OFF)),
                            read.makeUpWorkingDays().stream().map(day -> jsonDay(day, YearCalendar.Kind.WORKING)))
                    .toList();
            return checked(read.year(), read.source(), days);
        } catch (JacksonException broken) {
            throw unreadable(broken.getLocation() == null ? 1 : Math.max(1, broken.getLocation().getLineNr()));
        }
    }

    private static YearCalendar.Day jsonDay(@Nullable JsonDay day, YearCalendar.Kind kind) {
        if (day == null) throw unreadable(1);
        return day(1, day.on(), kind, day.name());
    }

    private static CalendarFile readCsv(String content) {
        List<String> lines = content.lines().map(String::strip).toList();
        int year = 0;
        String source = "";
        List<YearCalendar.Day> days = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            String[] cells = line.split(",", 3);
            switch (cells[0]) {
                case "", "on" -> { }
                case "year" -> year = year(number, cells);
                case "source" -> source = line.substring("source".length()).replaceFirst("^,", "");
                default -> days.add(csvDay(number, cells));
            }
        }
        return checked(year, source, days);
    }

    private static int year(int line, String[] cells) {
        if (cells.length < 2 || !cells[1].matches("[0-9]{4}")) throw unreadable(line);
        return Integer.parseInt(cells[1]);
    }

    private static YearCalendar.Day csvDay(int line, String[] cells) {
        if (cells.length < 2) throw unreadable(line);
        YearCalendar.Kind kind = Optional.ofNullable(Map.of("off", YearCalendar.Kind.OFF, "working", YearCalendar.Kind.WORKING).get(cells[1]))
                .orElseThrow(() -> unreadable(line));
        return day(line, cells[0], kind, cells.length == 3 && !cells[2].isEmpty() ? cells[2] : null);
    }

    private static YearCalendar.Day day(int line, @Nullable String on, YearCalendar.Kind kind, @Nullable String name) {
        if (on == null || name != null && name.length() > LONGEST_NAME) throw unreadable(line);
        try {
            return new YearCalendar.Day(LocalDate.parse(on), kind, name);
        } catch (DateTimeException broken) {
            throw unreadable(line);
        }
    }

    private static CalendarFile checked(int year, @Nullable String source, List<YearCalendar.Day> days) {
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) throw unreadable(1);
        if (year < EARLIEST || year > LATEST || days.size() > MOST_DAYS) throw unreadable(1);
        return new CalendarFile(year, source, days);
    }

    private static RefusedException unreadable(int line) {
        return new RefusedException(CatalogueRefusal.CALENDAR_FILE_UNREADABLE, Map.of("line", line));
    }
}
