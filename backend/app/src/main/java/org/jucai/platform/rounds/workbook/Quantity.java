package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell of mass says. The unit in the cell wins over that of the header. */
sealed interface Quantity {

    /** @param otherUnit the cell names a unit that is not the header's */
    record Exactly(BigDecimal kg, boolean otherUnit) implements Quantity {}

    /** 约, about: a number that a person must confirm. */
    record About(BigDecimal kg) implements Quantity {}

    /** A range, truckloads, a comma of doubtful meaning. */
    record Unclear() implements Quantity {}

    record Nothing() implements Quantity {}

    Pattern SHAPE = Pattern.compile(
            "(?i)['\u2019`]?(约|大约|大概|约合|近|~|≈|about|approx\\.?|approximately|circa|ca\\.?)?\\s*([+-]?[\\d., ]*\\d)\\s*"
                    + "([\\p{IsHan}a-z][\\p{IsHan}a-z .]*?)??\\s*(左右|上下|±|or so)?");

    Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}|\\d{1,3}( \\d{3}){1,4})(\\.\\d{1,12})?");

    static Quantity read(Cell cell, @Nullable MassUnit header) {
        if (cell.saysNothing()) return new Nothing();
        MassUnit unit = header == null ? MassUnit.TONNE : header;
        return switch (cell.kind()) {
            case NUMBER -> new Exactly(unit.kilograms(new BigDecimal(cell.text())), false);
            case TEXT -> text(Fold.text(cell.text()), unit);
            case DATE, ERROR -> new Unclear();
        };
    }

    private static Quantity text(String text, MassUnit header) {
        if (text.length() > Cell.LONGEST_VALUE) return new Unclear();
        Matcher shape = SHAPE.matcher(text);
        Optional<BigDecimal> number = shape.matches() ? number(shape.group(2)) : Optional.empty();
        if (number.isEmpty()) return new Unclear();
        Optional<MassUnit> own = shape.group(3) == null ? Optional.of(header) : MassUnit.of(shape.group(3));
        if (own.isEmpty()) return new Unclear();
        BigDecimal kg = own.get().kilograms(number.get());
        return shape.group(1) == null && shape.group(4) == null ? new Exactly(kg, own.get() != header) : new About(kg);
    }

    /** Digits as people write them: thousands separated by commas or spaces only in groups of three. */
    static Optional<BigDecimal> number(String digits) {
        return NUMBER.matcher(digits).matches()
                ? Optional.of(new BigDecimal(digits.replace(",", "").replace(" ", "")))
                : Optional.empty();
    }
}
