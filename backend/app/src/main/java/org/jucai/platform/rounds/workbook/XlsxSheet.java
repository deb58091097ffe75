package org.jucai.platform.rounds.workbook;

import java.util.Locale;

/** One worksheet part, element by element. */
final class XlsxSheet {

    private final GridBuilder grid;
    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final int longest;
    private int row;
    private int column = -1;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean valued;

    XlsxSheet(GridBuilder grid, XlsxStrings strings, XlsxStyles styles) {
        this.grid = grid;
        this.strings = strings;
        this.styles = styles;
        this.longest = grid.budget().limits().maxTextLength();
    }

    void element(Xml xml) {
        switch (xml.name()) {
            case "col" -> column(xml);
            case "row" -> row(xml);
            case "c" -> cell(xml);
            case "f" -> formula(xml);
            case "v" -> value(xml.text(longest));
            case "is" -> put(Cell.text(xml.text(longest)));
            case "mergeCell" -> grid.merge(Range.of(xml.attribute("ref")));
            default -> { }
        }
    }

    private void column(Xml xml) {
        boolean noWidth = xml.attribute("width").equals("0");
        if (xml.flag("hidden") || noWidth) grid.hideColumns(xml.number("min", 1) - 1, xml.number("max", 1) - 1);
    }

    private void row(Xml xml) {
        grid.budget().element();
        row = xml.number("r", row + 1);
        column = -1;
        if (xml.flag("hidden")) grid.hideRow(row);
    }

    private void cell(Xml xml) {
        grid.budget().element();
        String name = xml.attribute("r");
        column = name.isEmpty() ? column + 1 : Range.column(name);
        type = xml.attribute("t", "n");
        style = xml.number("s", 0);
        formula = false;
        valued = false;
    }

    /** A formula is never looked at; only that there is one. Until a stored result follows, the cell has none. */
    private void formula(Xml xml) {
        xml.text(0);
        formula = true;
        if (!valued) grid.cell(row, column, new Cell(Cell.Kind.ERROR, "#NO_RESULT", true));
    }

    private void value(String raw) {
        if (raw.isEmpty() && !formula) return;
        put(switch (type) {
            case "s" -> Cell.text(strings.at(Integer.parseInt(raw.strip())));
            case "str", "inlineStr" -> Cell.text(raw);
            case "e" -> new Cell(Cell.Kind.ERROR, raw, false);
            case "b" -> Cell.text(raw.equals("1") ? "TRUE" : "FALSE");
            case "d" -> new Cell(Cell.Kind.DATE, raw.length() >= 10 ? raw.substring(0, 10) : raw, false);
            default -> Serials.cell(raw, styles.isDate(style), grid.base1904());
        });
    }

    private void put(Cell cell) {
        valued = true;
        grid.cell(row, column, formula ? cell.fromFormula() : cell);
    }

    /** References such as B16:D23. */
    static final class Range {

        private Range() {}

        static Grid.Merge of(String reference) {
            String[] ends = reference.toUpperCase(Locale.ROOT).replace("$", "").split(":", 2);
            String last = ends[ends.length - 1];
            return new Grid.Merge(rowOf(ends[0]), rowOf(last), column(ends[0]), column(last));
        }

        static int column(String name) {
            int column = 0;
            for (int i = 0; i < name.length() && column <= 1 << 20; i++) {
                int letter = Character.toUpperCase(name.charAt(i)) - 'A';
                if (letter < 0 || letter > 25) break;
                column = column * 26 + letter + 1;
            }
            return column - 1;
        }

        private static int rowOf(String name) {
            String digits = name.replaceAll("\\D", "");
            if (digits.isEmpty() || digits.length() > 7) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
            return Integer.parseInt(digits);
        }
    }
}
