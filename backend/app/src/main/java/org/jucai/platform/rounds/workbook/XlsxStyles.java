package org.jucai.platform.rounds.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Of all that a cell's style says, only this: does it show a date? */
final class XlsxStyles {

    private static final int MOST_STYLES = 100_000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private boolean cellFormats;
    private int count;

    void element(Xml xml) {
        switch (xml.name()) {
            case "numFmt" -> formats.put(xml.number("numFmtId", -1), xml.attribute("formatCode"));
            case "cellXfs" -> cellFormats = true;
            case "cellStyles", "cellStyleXfs", "dxfs" -> cellFormats = false;
            case "xf" -> style(xml);
            default -> { }
        }
        if (count > MOST_STYLES || formats.size() > MOST_STYLES) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
    }

    private void style(Xml xml) {
        if (!cellFormats) return;
        int format = xml.number("numFmtId", 0);
        if (DateFormats.isDate(format, formats.get(format))) dates.set(count);
        count++;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
