package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units people give masses in. */
enum MassUnit {
    TEN_THOUSAND_TONNES("万吨", "10000000", "万\\s?吨|万\\s?t|10\\s?kt|10,?000\\s?(t|tonnes)"),
    KILOTONNE("千吨", "1000000", "千吨|kt|kilotonnes?"),
    KILOGRAM("公斤", "1", "公斤|千克|kgs?|kilograms?|kilos?"),
    TONNE("吨", "1000", "吨|公吨|mt|metric\\s?tons?|tonnes?|tons?|t");

    private final String label;
    private final BigDecimal kilograms;
    private final Pattern whole;
    private final Pattern inside;

    MassUnit(String label, String kilograms, String words) {
        this.label = label;
        this.kilograms = new BigDecimal(kilograms);
        this.whole = Pattern.compile("(" + words + ")\\.?", Pattern.CASE_INSENSITIVE);
        this.inside = Pattern.compile("(?<![a-z0-9])(" + words + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
    }

    String label() {
        return label;
    }

    BigDecimal kilograms(BigDecimal amount) {
        return amount.multiply(kilograms);
    }

    /** The unit that a text is. */
    static Optional<MassUnit> of(String text) {
        String folded = Fold.text(text).toLowerCase(Locale.ROOT);
        for (MassUnit unit : values()) {
            if (unit.whole.matcher(folded).matches()) return Optional.of(unit);
        }
        return Optional.empty();
    }

    /** The unit that a header or a title speaks of, the larger name first: 万吨 holds 吨. A price per tonne is no unit of mass. */
    static Optional<MassUnit> in(String header) {
        String folded = Fold.text(header).toLowerCase(Locale.ROOT).replaceAll("[元分]\\s*/\\s*(吨|公斤|千克|kg|t\\b)", "");
        for (MassUnit unit : values()) {
            Matcher matcher = unit.inside.matcher(folded);
            if (matcher.find()) return Optional.of(unit);
        }
        return Optional.empty();
    }
}
