package org.jucai.platform.rounds.workbook;

import java.util.List;

/**
 * One sheet as it was understood.
 *
 * @param columns how the columns of its (last) table were read, for a person to check
 */
public record SheetPreview(String name, Role role, List<ColumnPreview> columns, List<RowPreview> rows) {

    /** DEMAND holds lines; NOTES is instructions, an example or a list of something else; HIDDEN is never read. */
    public enum Role { DEMAND, NOTES, HIDDEN }

    /**
     * @param letters of the column
     * @param meaning the name of the {@link Field}, the grade or enterprise of a matrix column, or empty where it is ignored
     */
    public record ColumnPreview(String letters, String header, String meaning) {}

    public SheetPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
