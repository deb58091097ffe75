package org.jucai.platform.rounds.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.workbook.Limits;
import org.jucai.platform.rounds.workbook.PlainRows;
import org.jucai.platform.rounds.workbook.WorkbookRefusal;

/**
 * A table as it was sent. What a file is, is told from its content and not from its name; one that is refused as a whole ends in a
 * {@link RefusedException} that says why. Reading waits for the disk: it belongs on an elastic thread.
 */
public final class SheetFile {

    /** The largest file that is taken, in bytes. */
    public static final int MOST_BYTES = 4 << 20;

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 60;
    private static final Limits LIMITS = new Limits(MOST_BYTES, MOST_ROWS, MOST_COLUMNS, MOST_ROWS * MOST_COLUMNS, 100L << 20, 200);

    private SheetFile() {}

    /**
     * A row that holds something.
     *
     * @param sheet empty in a CSV, which has none
     * @param number from 1, as the program shows it
     * @param cells from the first column on, trimmed, full width made half
     */
    public record Row(String sheet, int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell, or nothing where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** All rows of all sheets, in the order of the file. */
    public static List<Row> read(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) throw tooLarge();
        return Csv.isText(bytes) ? Csv.read(bytes, MOST_ROWS, MOST_COLUMNS) : book(bytes);
    }

    /** For whoever finds out while it is still being sent. */
    public static RefusedException tooLarge() {
        return over(WorkbookRefusal.WORKBOOK_TOO_LARGE, MOST_BYTES >> 20);
    }

    private static List<Row> book(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("sheet-", ".workbook");
        try {
            Files.write(file, bytes);
            List<Row> rows = new ArrayList<>();
            PlainRows.read(file, LIMITS, (sheet, number, cells) -> rows.add(new Row(sheet, number, cells)));
            return rows;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static RefusedException over(WorkbookRefusal refusal, long limit) {
        return new RefusedException(refusal, Map.of("limit", limit));
    }
}
