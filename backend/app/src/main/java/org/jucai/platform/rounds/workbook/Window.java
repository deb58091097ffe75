package org.jucai.platform.rounds.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A delivery window written in one text: 2026-03-01~2026-03-20, 3.1-3.20, 3月1日至20日. */
record Window(Day from, Day to) {

    private static final String SEPARATOR = "\\s*(?:~|至|到|—|–|--|-|\\bto\\b|\\buntil\\b)\\s*";
    private static final String DAY = "(?:(\\d{4})\\s?[-/.年]\\s?)?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})\\s?[日号]?";
    private static final Pattern TWO_DAYS = Pattern.compile("(?i)(?:from |自|从)?" + DAY + SEPARATOR + DAY);
    private static final Pattern ONE_MONTH = Pattern.compile("(?:(\\d{4})\\s?年\\s?)?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号]?" + SEPARATOR + "(\\d{1,2})\\s?[日号]");
    private static final Pattern COMPACT = Pattern.compile("(20\\d{6})" + SEPARATOR + "(20\\d{6})");

    /** Empty where the text is no window of two days. */
    static Optional<Window> of(String folded, DeliveryPeriod period) {
        Matcher compact = COMPACT.matcher(folded);
        if (compact.matches()) return Optional.of(new Window(Day.text(compact.group(1), period), Day.text(compact.group(2), period)));
        Matcher month = ONE_MONTH.matcher(folded);
        if (month.matches()) return Optional.of(new Window(day(month, 1, period), sameMonth(month, period)));
        Matcher two = TWO_DAYS.matcher(folded);
        if (!two.matches()) return spaced(folded, period);
        String year = two.group(1);
        Day to = two.group(4) == null && year != null ? dated(year, two.group(5), two.group(6), period) : day(two, 4, period);
        return Optional.of(new Window(day(two, 1, period), to));
    }

    /** Two days in any spelling, with room around the word or sign between them. */
    private static Optional<Window> spaced(String folded, DeliveryPeriod period) {
        String[] ends = folded.length() > Cell.LONGEST_VALUE ? new String[0] : folded.split("(?i) (?:-|~|–|to|until|至|到) ", -1);
        if (ends.length != 2) return Optional.empty();
        Window window = new Window(Day.text(ends[0].strip(), period), Day.text(ends[1].strip(), period));
        return window.from() instanceof Day.On && window.to() instanceof Day.On ? Optional.of(window) : Optional.empty();
    }

    /** The window that follows words such as 交货期 in a title, as it is written there. */
    static Optional<String> inTitle(String folded, DeliveryPeriod period) {
        Matcher matcher = Pattern.compile("(?i)(?:交货|到货|交付|送货|供货|delivery)\\D{0,12}?([\\d].*)").matcher(folded);
        if (!matcher.find()) return Optional.empty();
        Matcher two = TWO_DAYS.matcher(matcher.group(1));
        return two.lookingAt() && of(two.group(), period).isPresent() ? Optional.of(two.group()) : Optional.empty();
    }

    private static Day day(Matcher matcher, int group, DeliveryPeriod period) {
        return dated(matcher.group(group), matcher.group(group + 1), matcher.group(group + 2), period);
    }

    private static Day sameMonth(Matcher matcher, DeliveryPeriod period) {
        return dated(matcher.group(1), matcher.group(2), matcher.group(4), period);
    }

    private static Day dated(@org.jspecify.annotations.Nullable String year, String month, String day, DeliveryPeriod period) {
        return year == null
                ? Day.inferred(period, Integer.parseInt(month), Integer.parseInt(day))
                : Day.text(year + "-" + month + "-" + day, period);
    }
}
