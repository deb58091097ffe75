package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.List;

/** The texts that cells share. */
final class XlsxStrings {

    private static final long CHARACTERS_PER_CELL = 30;

    private final Limits limits;
    private final List<String> texts = new ArrayList<>();
    private long characters;

    XlsxStrings(Limits limits) {
        this.limits = limits;
    }

    void element(Xml xml) {
        if (!xml.name().equals("si")) return;
        String text = xml.text(limits.maxTextLength());
        characters += text.length();
        if (texts.size() >= limits.maxCells() || characters > CHARACTERS_PER_CELL * limits.maxCells())
            throw WorkbookRefusal.WORKBOOK_TOO_MANY_CELLS.over(limits.maxCells());
        texts.add(text);
    }

    String at(int index) {
        if (index < 0 || index >= texts.size()) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        return texts.get(index);
    }
}
