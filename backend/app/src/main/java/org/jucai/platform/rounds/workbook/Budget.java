package org.jucai.platform.rounds.workbook;

/** What a workbook may still use up, all its sheets together. */
final class Budget {

    private static final int EMPTY_CELLS_PER_CELL = 4;

    private final Limits limits;
    private final Counter counter;
    private int rows;
    private int cells;
    private long elements;
    private long merged;

    Budget(Limits limits, Counter counter) {
        this.limits = limits;
        this.counter = counter;
    }

    Limits limits() {
        return limits;
    }

    void row() {
        if (++rows > limits.maxRows()) throw WorkbookRefusal.WORKBOOK_TOO_MANY_ROWS.over(limits.maxRows());
        counter.loadedRow();
    }

    void cell(int column) {
        if (column >= limits.maxColumns()) throw WorkbookRefusal.WORKBOOK_TOO_MANY_COLUMNS.over(limits.maxColumns());
        if (++cells > limits.maxCells()) throw tooManyCells();
    }

    /** Cells and rows that hold nothing cost little, but not nothing. */
    void element() {
        if (++elements > (long) EMPTY_CELLS_PER_CELL * limits.maxCells()) throw tooManyCells();
    }

    void merged(long covered) {
        merged += covered;
        if (merged > limits.maxCells()) throw tooManyCells();
    }

    private org.jucai.platform.kernel.RefusedException tooManyCells() {
        return WorkbookRefusal.WORKBOOK_TOO_MANY_CELLS.over(limits.maxCells());
    }
}
