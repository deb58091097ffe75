package org.jucai.platform.rounds.workbook;

import org.jspecify.annotations.Nullable;

/**
 * What a row is read by that does not stand in it: in the title, in the sheet's name, in a heading between rows, in the row above.
 * It stays with the row, so that a corrected row is judged where it stood.
 *
 * @param enterprise the number of the member named there, or null
 * @param sure the enterprise was found by number or credit code, not by its name alone
 * @param window the delivery window named there, as it was written, or null
 * @param datesMayBeGuessed the table has no column for dates, so the round's own period may be suggested
 * @param base1904 serial numbers count from 1904
 * @param enterpriseAbove the number of the member of the row above, a guess where the row itself names none; or null
 */
public record Context(
        @Nullable String enterprise, boolean sure, @Nullable String window, boolean datesMayBeGuessed, boolean base1904,
        @Nullable String enterpriseAbove) {

    public static final Context NONE = new Context(null, false, null, false, false, null);

    Context named(Enterprise found, boolean surely) {
        return new Context(found.id(), surely, window, datesMayBeGuessed, base1904, enterpriseAbove);
    }

    Context within(String found) {
        return new Context(enterprise, sure, found, datesMayBeGuessed, base1904, enterpriseAbove);
    }

    Context withoutDates(boolean none) {
        return new Context(enterprise, sure, window, none, base1904, enterpriseAbove);
    }

    Context below(String above) {
        return new Context(enterprise, sure, window, datesMayBeGuessed, base1904, above);
    }
}
