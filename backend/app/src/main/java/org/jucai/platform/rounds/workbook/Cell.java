package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A cell as stored: the text as it stands, a number as its decimal digits, a date as ISO, an error as its code.
 *
 * @param formula the value is the stored result of a formula
 */
record Cell(Kind kind, String text, boolean formula) {

    enum Kind { TEXT, NUMBER, DATE, ERROR }

    static final Cell BLANK = new Cell(Kind.TEXT, "", false);

    /** Programs compute in binary and show fifteen digits; the digits beyond are noise. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern DIGITS = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private static final int MOST_DIGITS = 40;

    /** No mass, price or date takes more characters; longer texts are not searched for one. */
    static final int LONGEST_VALUE = 60;

    static Cell text(String text) {
        return new Cell(Kind.TEXT, text, false);
    }

    /** A number written in decimal or scientific digits; anything else stays a text. */
    static Cell number(String raw) {
        if (raw.length() > MOST_DIGITS || !DIGITS.matcher(raw).matches()) return text(raw);
        BigDecimal exact = new BigDecimal(raw).round(SHOWN).stripTrailingZeros();
        if (Math.abs(exact.scale()) > MOST_DIGITS) return text(raw);
        return new Cell(Kind.NUMBER, exact.toPlainString(), false);
    }

    Cell fromFormula() {
        return new Cell(kind, text, true);
    }

    boolean isEmpty() {
        return kind == Kind.TEXT && Fold.text(text).isEmpty();
    }

    /** A blank, a dash or a word for "none". */
    boolean saysNothing() {
        return kind == Kind.TEXT && Words.NOTHING.contains(Fold.key(text));
    }
}
