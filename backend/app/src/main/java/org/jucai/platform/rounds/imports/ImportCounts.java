package org.jucai.platform.rounds.imports;

import java.util.List;

/**
 * Sums over the sheets that hold demand; enterprises and masses are of the rows that go in: accepted or taken, and not left out.
 *
 * @param openReasons what undecided rows that have a suggestion ask for, most frequent first
 */
public record ImportCounts(
        int accepted, int needsConfirmation, int rejected, int notData, int goesIn, int enterprises, long targetKg,
        List<OfGrade> byGrade, List<OpenReason> openReasons) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    /** Rows that can be taken together: they ask for all of these and for nothing else. */
    public record OpenReason(List<String> reasons, int rows) {
        public OpenReason {
            reasons = List.copyOf(reasons);
        }
    }

    /** Lines of one grade that go in. */
    public record OfGrade(String grade, int lines, long targetKg) {}

    public ImportCounts {
        byGrade = List.copyOf(byGrade);
        openReasons = List.copyOf(openReasons);
    }
}
