package org.jucai.platform.rounds.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jucai.platform.rounds.workbook.Fold;
import org.jucai.platform.rounds.workbook.WorkbookRefusal;

/** Comma-separated values (RFC 4180) as weighbridge programs write them: also with semicolons or tabs, also in GB 18030. */
final class Csv {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";
    private static final int LONGEST_CELL = 200;

    private final String text;
    private final char separator;
    private final List<SheetFile.Row> rows = new ArrayList<>();
    private final int mostRows;
    private final int mostColumns;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private Csv(String text, int mostRows, int mostColumns) {
        this.text = text;
        this.separator = separator(text);
        this.mostRows = mostRows;
        this.mostColumns = mostColumns;
    }

    /** A text holds no other control characters than these; every workbook does. */
    static boolean isText(byte[] bytes) {
        if (isUtf16(bytes)) return true;
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f') return false;
        }
        return bytes.length > 0;
    }

    static List<SheetFile.Row> read(byte[] bytes, int mostRows, int mostColumns) {
        Csv csv = new Csv(decoded(bytes), mostRows, mostColumns);
        csv.read();
        return csv.rows;
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }

    private static String decoded(byte[] bytes) {
        if (isUtf16(bytes)) return new String(bytes, StandardCharsets.UTF_16);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException olderProgram) {
            return new String(bytes, GB18030);
        }
    }

    /** Whichever stands most often in the first line. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', ';', '\t').max(Comparator.comparing(mark -> first.chars().filter(c -> c == mark).count())).orElse(',');
    }

    private void read() {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) quoted = !quoted;
            else if (!quoted && c == separator) endCell();
            else if (!quoted && c == '\n') endRow(line++);
            else if (quoted || c != '\r') cell.append(c);
        }
        endRow(line);
    }

    private void endCell() {
        if (cells.size() >= mostColumns) throw SheetFile.over(WorkbookRefusal.WORKBOOK_TOO_MANY_COLUMNS, mostColumns);
        String read = Fold.text(cell.toString());
        cells.add(read.length() > LONGEST_CELL ? read.substring(0, LONGEST_CELL) : read);
        cell.setLength(0);
    }

    private void endRow(int line) {
        endCell();
        boolean empty = cells.stream().allMatch(String::isEmpty);
        if (!empty && rows.size() >= mostRows) throw SheetFile.over(WorkbookRefusal.WORKBOOK_TOO_MANY_ROWS, mostRows);
        if (!empty) rows.add(new SheetFile.Row("", line, cells));
        cells.clear();
    }
}
