package org.jucai.platform.rounds.workbook;

import java.util.List;
import java.util.Map;

/**
 * A recognised table: where its columns are and what they mean.
 */
sealed interface Table {

    /** Columns that hold one fact of every line, by field. */
    Map<Field, Integer> fields();

    TableUnits units();

    List<SheetPreview.ColumnPreview> columns();

    /** One line a row. */
    record Lines(Map<Field, Integer> fields, TableUnits units, List<SheetPreview.ColumnPreview> columns) implements Table {}

    /**
     * One line a cell: enterprises down and grades across, or the other way round.
     *
     * @param across the field that the header of a value column names
     */
    record Matrix(
            Map<Field, Integer> fields, TableUnits units, List<SheetPreview.ColumnPreview> columns, Field across, List<Value> values)
            implements Table {}

    /**
     * A column of masses in a matrix.
     *
     * @param named the grade or the enterprise in its header
     * @param mass minimum, target or maximum
     */
    record Value(int column, String named, Field mass) {}
}
