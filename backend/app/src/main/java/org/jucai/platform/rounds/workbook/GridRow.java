package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filled cells of one row, ordered by column. */
final class GridRow {

    /** Cells of a row that a person is shown. */
    static final int MOST_SENT = 60;

    private final int number;
    private final boolean hidden;
    private short[] columns = new short[8];
    private Cell[] cells = new Cell[8];
    private int size;
    private int own;

    /** @param number from 1 */
    GridRow(int number, boolean hidden) {
        this.number = number;
        this.hidden = hidden;
    }

    int number() {
        return number;
    }

    boolean hidden() {
        return hidden;
    }

    /** Nothing stands in the row itself, though a merged cell may reach into it. */
    boolean isBlank() {
        return own == 0;
    }

    void put(int column, Cell cell) {
        if (set(column, cell)) own++;
    }

    /** Lets a merged cell's value reach into this row where nothing stands. */
    void fill(int column, Cell cell) {
        if (at(column) == null) set(column, cell);
    }

    void drop(int column) {
        int i = Arrays.binarySearch(columns, 0, size, (short) column);
        if (i < 0) return;
        System.arraycopy(columns, i + 1, columns, i, size - i - 1);
        System.arraycopy(cells, i + 1, cells, i, size - i - 1);
        size--;
        own--;
    }

    void dropAll(BitSet hidden) {
        for (int i = size - 1; i >= 0; i--) {
            if (hidden.get(columns[i])) drop(columns[i]);
        }
    }

    private boolean set(int column, Cell cell) {
        int i = Arrays.binarySearch(columns, 0, size, (short) column);
        if (i >= 0) {
            cells[i] = cell;
            return false;
        }
        int to = -i - 1;
        if (size == cells.length) grow();
        System.arraycopy(columns, to, columns, to + 1, size - to);
        System.arraycopy(cells, to, cells, to + 1, size - to);
        columns[to] = (short) column;
        cells[to] = cell;
        size++;
        return true;
    }

    private void grow() {
        columns = Arrays.copyOf(columns, size * 2);
        cells = Arrays.copyOf(cells, size * 2);
    }

    @Nullable Cell at(int column) {
        int i = Arrays.binarySearch(columns, 0, size, (short) column);
        return i < 0 ? null : cells[i];
    }

    /** The cell, or a blank one. */
    Cell get(int column) {
        Cell cell = at(column);
        return cell == null ? Cell.BLANK : cell;
    }

    int size() {
        return size;
    }

    int column(int i) {
        return columns[i];
    }

    Cell cell(int i) {
        return cells[i];
    }

    /**
     * What stands in the row, from left to right, with what the columns were read as.
     *
     * @param all also what was not read
     */
    List<SentCell> sent(Map<Integer, Field> fieldByColumn, boolean all) {
        List<SentCell> sent = new ArrayList<>();
        for (int i = 0; i < size && sent.size() < MOST_SENT; i++) {
            Field field = fieldByColumn.get((int) columns[i]);
            if (all || field != null) sent.add(new SentCell(Grid.letters(columns[i]), Fold.text(cells[i].text()), field));
        }
        return List.copyOf(sent);
    }
}
