package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One sheet in memory: bounded, without its hidden columns, merged cells already reaching down.
 *
 * @param rows those that exist, ordered
 * @param wide merged cells over several columns, by row; only headers ask for them
 */
record Grid(String name, boolean hidden, boolean base1904, List<GridRow> rows, Map<Integer, List<Merge>> wide) {

    private static final List<String> LETTERS = IntStream.range(0, Limits.STANDARD.maxColumns()).mapToObj(Grid::spelled).toList();

    /** Rows from 1, columns from 0, both ends included. */
    record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /** The cell as a reader of headers sees it: a value merged over several columns stands in each. */
    Cell spread(GridRow row, int column) {
        Cell own = row.at(column);
        if (own != null) return own;
        for (Merge merge : wide.getOrDefault(row.number(), List.of())) {
            if (merge.firstColumn() <= column && column <= merge.lastColumn()) return row.get(merge.firstColumn());
        }
        return Cell.BLANK;
    }

    /** Columns in which a row holds anything, merged values spread. */
    List<Integer> spreadColumns(GridRow row) {
        TreeMap<Integer, Boolean> columns = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) columns.put(row.column(i), true);
        for (Merge merge : wide.getOrDefault(row.number(), List.of())) {
            if (row.at(merge.firstColumn()) == null) continue;
            for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) columns.put(c, true);
        }
        return new ArrayList<>(columns.keySet());
    }

    /** Letters of a column, from 0. */
    static String letters(int column) {
        return column >= 0 && column < LETTERS.size() ? LETTERS.get(column) : spelled(column);
    }

    private static String spelled(int column) {
        StringBuilder out = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) out.insert(0, (char) ('A' + c % 26));
        return out.toString();
    }

    /** The name of a cell, or null where there is no column. */
    static @Nullable String cellName(int column, int row) {
        return column < 0 ? null : letters(column) + row;
    }
}
