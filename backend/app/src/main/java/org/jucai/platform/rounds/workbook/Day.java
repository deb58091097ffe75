package org.jucai.platform.rounds.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of a date says. */
sealed interface Day {

    /** @param yearInferred the cell names no year; the round's period gave it */
    record On(LocalDate day, boolean yearInferred) implements Day {}

    /** 30 February. */
    record Impossible() implements Day {}

    /** 3月中旬, 尽快, 03/04/2026. */
    record Unclear() implements Day {}

    record Nothing() implements Day {}

    Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})\\s?[日号]?([ T]+\\d{1,2}:\\d{2}(:\\d{2})?(\\.0+)?)?");
    Pattern COMPACT = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号]?");
    Pattern BARE_MONTH_DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})");
    Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    Pattern ENGLISH = Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\\.?[ -](?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(\\d{4})");

    List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static Day read(Cell cell, DeliveryPeriod period, boolean base1904) {
        if (cell.saysNothing()) return new Nothing();
        return switch (cell.kind()) {
            case DATE -> text(cell.text(), period);
            case NUMBER -> number(cell.text(), base1904);
            case TEXT -> text(Fold.text(cell.text()), period);
            case ERROR -> new Unclear();
        };
    }

    private static Day number(String digits, boolean base1904) {
        Matcher compact = COMPACT.matcher(digits);
        if (compact.matches()) return on(compact, 1, 2, 3);
        return Serials.day(digits, base1904).<Day>map(d -> new On(d, false)).orElseGet(Unclear::new);
    }

    /** A text that was folded. */
    static Day text(String text, DeliveryPeriod period) {
        if (text.length() > Cell.LONGEST_VALUE) return new Unclear();
        for (Pattern shape : List.of(YEAR_FIRST, COMPACT)) {
            Matcher matcher = shape.matcher(text);
            if (matcher.matches()) return on(matcher, 1, 2, 3);
        }
        return otherText(text, period);
    }

    private static Day otherText(String text, DeliveryPeriod period) {
        if (SERIAL.matcher(text).matches()) return number(text, false);
        Matcher monthDay = MONTH_DAY.matcher(text);
        if (monthDay.matches()) return inferred(period, number(monthDay, 1), number(monthDay, 2));
        Matcher bare = BARE_MONTH_DAY.matcher(text);
        if (bare.matches()) return bare(period, number(bare, 1), number(bare, 2));
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) return yearLast(last);
        Matcher english = ENGLISH.matcher(text.toLowerCase(Locale.ROOT));
        return english.matches() ? english(english) : new Unclear();
    }

    private static Day on(Matcher matcher, int year, int month, int day) {
        return of(number(matcher, year), number(matcher, month), number(matcher, day), false);
    }

    private static Day of(int year, int month, int day, boolean yearInferred) {
        try {
            return new On(LocalDate.of(year, month, day), yearInferred);
        } catch (DateTimeException e) {
            return new Impossible();
        }
    }

    /** The year in which the day lies in the period, else the year the period starts in. */
    static Day inferred(DeliveryPeriod period, int month, int day) {
        for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
            if (of(year, month, day, true) instanceof On on && period.holds(on.day())) return on;
        }
        return of(period.from().getYear(), month, day, true);
    }

    /** 3/15 is month and day here; where the other way round would also be in the period, nobody can tell. */
    private static Day bare(DeliveryPeriod period, int first, int second) {
        boolean asWritten = inferred(period, first, second) instanceof On on && period.holds(on.day());
        boolean swapped = first != second && inferred(period, second, first) instanceof On on && period.holds(on.day());
        return asWritten && !swapped ? inferred(period, first, second) : new Unclear();
    }

    private static Day yearLast(Matcher matcher) {
        int first = number(matcher, 1);
        int second = number(matcher, 2);
        if (first > 12 && second <= 12) return on(matcher, 3, 2, 1);
        if (second > 12 && first <= 12) return on(matcher, 3, 1, 2);
        return first == second ? on(matcher, 3, 1, 2) : new Unclear();
    }

    private static Day english(Matcher matcher) {
        int month = MONTHS.indexOf(matcher.group(2).substring(0, 3)) + 1;
        String day = Optional.ofNullable(matcher.group(1)).orElse(matcher.group(3));
        if (month == 0 || day == null) return new Unclear();
        return of(number(matcher, 4), month, Integer.parseInt(day), false);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
