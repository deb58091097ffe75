package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** Days as spreadsheets number them. */
final class Serials {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private Serials() {}

    private static final BigDecimal MINUTES_OF_A_DAY = new BigDecimal(24 * 60);

    /** A numeric cell: a date if its format says so and the day is of our times, else the number; with its time of day where it has one. */
    static Cell cell(String raw, boolean dateFormat, boolean base1904) {
        Cell number = Cell.number(raw);
        if (!dateFormat || number.kind() != Cell.Kind.NUMBER) return number;
        return day(number.text(), base1904).map(d -> new Cell(Cell.Kind.DATE, d + time(number.text()), false)).orElse(number);
    }

    /** To the minute; seconds are lost in the binary fraction anyway. Midnight says nothing. */
    private static String time(String digits) {
        BigDecimal ofDay = new BigDecimal(digits).remainder(BigDecimal.ONE).multiply(MINUTES_OF_A_DAY);
        int minutes = Math.min(ofDay.setScale(0, RoundingMode.HALF_UP).intValueExact(), 24 * 60 - 1);
        return minutes == 0 ? "" : " %02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** The day a serial number stands for; empty where it is not of this century. */
    static Optional<LocalDate> day(String digits, boolean base1904) {
        BigDecimal whole = new BigDecimal(digits).setScale(0, RoundingMode.FLOOR);
        if (whole.signum() <= 0 || whole.precision() > 6) return Optional.empty();
        LocalDate day = (base1904 ? EPOCH_1904 : EPOCH_1900).plusDays(whole.intValueExact());
        return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? Optional.empty() : Optional.of(day);
    }
}
