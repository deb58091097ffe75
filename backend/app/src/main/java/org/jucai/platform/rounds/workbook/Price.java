package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of price says: fen per tonne, delivered and with tax, unless told otherwise. */
sealed interface Price {

    /** @param otherUnit the cell names a unit that is not the header's */
    record Cap(BigDecimal fenPerTonne, boolean otherUnit) implements Price {}

    /** Blank, a dash, 无. */
    record NoCap() implements Price {}

    /** 面议: no cap, in words. */
    record Negotiable() implements Price {}

    /** Without tax, or not readable. */
    record Unclear() implements Price {}

    /** Units people give prices in. */
    enum Unit {
        TEN_THOUSAND_YUAN_PER_TONNE("万元/吨", "1000000", "万元?"),
        YUAN_PER_KILOGRAM("元/公斤", "100000", "(元|cny|rmb|yuan)?/(公斤|千克|kg)"),
        FEN_PER_TONNE("分/吨", "1", "分|fen"),
        YUAN_PER_TONNE("元/吨", "100", "元|圆|块|cny|rmb|yuan|/(吨|t|tonne)");

        private final String label;
        private final BigDecimal fen;
        private final Pattern pattern;

        Unit(String label, String fen, String words) {
            this.label = label;
            this.fen = new BigDecimal(fen);
            this.pattern = Pattern.compile(words);
        }

        String label() {
            return label;
        }

        /** The unit a header or a cell speaks of. */
        static Optional<Unit> in(String text) {
            String folded = Fold.text(text).toLowerCase(Locale.ROOT).replace(" ", "");
            for (Unit unit : values()) {
                if (unit.pattern.matcher(folded).find()) return Optional.of(unit);
            }
            return Optional.empty();
        }
    }

    Pattern WITHOUT_TAX = Pattern.compile("(?i).*(不含税|未税|未含税|税前|裸价|ex(cl)?\\.?(uding)? ?(vat|tax)|net of (tax|vat)|without (tax|vat)|ex-vat).*");

    Pattern SHAPE = Pattern.compile(
            "(?i)(?:[¥$]|rmb|cny)?\\s*([+-]?[\\d., ]*\\d)\\s*((?:万元|万|元|圆|分|cny|rmb|yuan|fen)?\\s*(?:/|每)?\\s*(?:吨|t|tonne|公斤|千克|kg)?)\\s*"
                    + "(?:\\(?(?:含税|含税价|到厂|到厂含税|incl\\.? ?(?:tax|vat))\\)?)?");

    static Price read(Cell cell, Unit header, boolean headerWithoutTax) {
        if (cell.saysNothing()) return new NoCap();
        if (cell.kind() == Cell.Kind.NUMBER && !headerWithoutTax) return new Cap(new BigDecimal(cell.text()).multiply(header.fen), false);
        String text = Fold.text(cell.text());
        if (Words.NEGOTIABLE.contains(Fold.key(text))) return new Negotiable();
        if (headerWithoutTax || cell.kind() != Cell.Kind.TEXT || WITHOUT_TAX.matcher(text).matches()) return new Unclear();
        return text(text, header);
    }

    private static Price text(String text, Unit header) {
        if (text.length() > Cell.LONGEST_VALUE || text.contains("$")) return new Unclear();
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) return new Unclear();
        String words = shape.group(2).strip();
        Unit unit = words.isEmpty() ? header : Unit.in(words.replace("每", "/")).orElse(header);
        return Quantity.number(shape.group(1)).<Price>map(n -> new Cap(n.multiply(unit.fen), unit != header)).orElseGet(Unclear::new);
    }
}
