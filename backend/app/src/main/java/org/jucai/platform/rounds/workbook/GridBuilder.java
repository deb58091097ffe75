package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects one sheet within the workbook's budget. */
final class GridBuilder {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final int HEADER_DEPTH = 10;

    private final String name;
    private final boolean hidden;
    private final boolean base1904;
    private final Budget budget;
    private final NavigableMap<Integer, GridRow> rows = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Grid.Merge> merges = new ArrayList<>();
    private @Nullable GridRow current;

    GridBuilder(String name, boolean hidden, boolean base1904, Budget budget) {
        this.name = name;
        this.hidden = hidden;
        this.base1904 = base1904;
        this.budget = budget;
    }

    boolean base1904() {
        return base1904;
    }

    Budget budget() {
        return budget;
    }

    void hideRow(int row) {
        if (row >= 1 && row <= LAST_ROW) hiddenRows.set(row);
    }

    /** Columns from 0, both ends included. */
    void hideColumns(int from, int to) {
        if (from >= 0 && from <= to) hiddenColumns.set(from, Math.min(to, LAST_COLUMN) + 1);
    }

    void cell(int row, int column, Cell cell) {
        budget.element();
        if (row < 1 || row > LAST_ROW || column < 0) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        if (column >= LAST_COLUMN) throw WorkbookRefusal.WORKBOOK_TOO_MANY_COLUMNS.over(budget.limits().maxColumns());
        if (hiddenColumns.get(column)) return;
        if (cell.isEmpty()) {
            if (cell.formula()) row(row).drop(column); // its result is an empty text after all
            return;
        }
        budget.cell(column);
        row(row).put(column, cut(cell));
    }

    private GridRow row(int number) {
        GridRow row = current;
        if (row == null || row.number() != number) {
            row = rows.computeIfAbsent(number, n -> {
                budget.row();
                return new GridRow(n, hiddenRows.get(n));
            });
            current = row;
        }
        return row;
    }

    private Cell cut(Cell cell) {
        int longest = budget.limits().maxTextLength();
        return cell.text().length() <= longest ? cell : new Cell(cell.kind(), cell.text().substring(0, longest + 1), cell.formula());
    }

    void merge(Grid.Merge merge) {
        if (merge.firstRow() < 1 || merge.firstColumn() < 0 || merge.lastRow() < merge.firstRow()
                || merge.lastColumn() < merge.firstColumn()) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        budget.element();
        budget.merged(1);
        merges.add(merge);
    }

    Grid build() {
        rows.values().forEach(row -> row.dropAll(hiddenColumns));
        Map<Integer, List<Grid.Merge>> wide = new HashMap<>();
        for (Grid.Merge merge : merges) {
            reachDown(merge);
            if (merge.lastColumn() > merge.firstColumn()) spread(merge, wide);
        }
        List<GridRow> kept = rows.values().stream().filter(r -> !r.isBlank()).toList();
        return new Grid(name, hidden, base1904, kept, wide);
    }

    private void reachDown(Grid.Merge merge) {
        GridRow first = rows.get(merge.firstRow());
        Cell value = first == null ? null : first.at(merge.firstColumn());
        if (value == null || merge.lastRow() == merge.firstRow()) return;
        for (GridRow row : rows.subMap(merge.firstRow(), false, merge.lastRow(), true).values()) {
            budget.merged(1);
            row.fill(merge.firstColumn(), value);
        }
    }

    private void spread(Grid.Merge merge, Map<Integer, List<Grid.Merge>> wide) {
        int last = Math.min(merge.lastColumn(), budget.limits().maxColumns() - 1);
        int deepest = Math.min(merge.lastRow(), merge.firstRow() + HEADER_DEPTH);
        for (int row = merge.firstRow(); row <= deepest; row++) {
            budget.merged(Math.max(0, last - merge.firstColumn()));
            wide.computeIfAbsent(row, r -> new ArrayList<>())
                    .add(new Grid.Merge(merge.firstRow(), merge.lastRow(), merge.firstColumn(), last));
        }
    }
}
