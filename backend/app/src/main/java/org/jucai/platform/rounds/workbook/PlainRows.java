package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cells of an .xlsx or .xls as texts, under the same bounds and refusals as demand: for readers who know their own columns. */
public final class PlainRows {

    private PlainRows() {}

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Taker {

        /**
         * @param number as the program shows it, from 1
         * @param cells from the first column on, empty where nothing stands; days and times as 2026-03-01 14:30
         */
        void row(String sheet, int number, List<String> cells);
    }

    /** Rows that hold something, in the order of the file; hidden sheets are left out. */
    public static void read(Path file, Limits limits, Taker taker) throws IOException {
        BookOpener.open(file, limits, new Counter(Progress.SILENT), grid -> {
            if (!grid.hidden()) grid.rows().forEach(row -> taker.row(grid.name(), row.number(), cells(row)));
        });
    }

    private static List<String> cells(GridRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            while (cells.size() < row.column(i)) cells.add("");
            cells.add(row.cell(i).kind() == Cell.Kind.ERROR ? "" : Fold.text(row.cell(i).text()));
        }
        return List.copyOf(cells);
    }
}
