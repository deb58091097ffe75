package org.jucai.platform.rounds.imports;

import java.util.List;

/**
 * Sums over the sheets that hold demand; enterprises and masses are of the rows that go in: accepted or taken, and not left out.
 *
 * @param openReasons why rows that have a suggestion ask, each for one reason alone
 */
public record ImportCounts(
        int accepted, int needsConfirmation, int rejected, int notData, int goesIn, int enterprises, long targetKg,
        List<OfGrade> byGrade, List<OpenReason> openReasons) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    /** Rows that can be taken together. */
    public record OpenReason(String reason, int rows) {}

    /** Lines of one grade that go in. */
    public record OfGrade(String grade, int lines, long targetKg) {}

    public ImportCounts {
        byGrade = List.copyOf(byGrade);
        openReasons = List.copyOf(openReasons);
    }
}
