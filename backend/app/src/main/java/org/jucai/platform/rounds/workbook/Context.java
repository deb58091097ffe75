package org.jucai.platform.rounds.workbook;

import org.jspecify.annotations.Nullable;

/**
 * What stands outside the rows of a table: in its title, in the sheet's name, in a heading between rows.
 *
 * @param enterprise named there, or null
 * @param sure the enterprise was found by number or credit code, not by its name alone
 * @param window named there, or null
 * @param datesMayBeGuessed the table has no column for dates, so the round's own period may be suggested
 * @param base1904 serial numbers count from 1904
 */
record Context(@Nullable Enterprise enterprise, boolean sure, @Nullable Window window, boolean datesMayBeGuessed, boolean base1904) {

    static final Context NONE = new Context(null, false, null, false, false);

    Context named(Enterprise found, boolean surely) {
        return new Context(found, surely, window, datesMayBeGuessed, base1904);
    }

    Context within(Window found) {
        return new Context(enterprise, sure, found, datesMayBeGuessed, base1904);
    }

    Context withoutDates(boolean none) {
        return new Context(enterprise, sure, window, none, base1904);
    }
}
