package org.jucai.platform.rounds.imports;

import java.util.List;

/**
 * Sums over the sheets that hold demand; masses are of accepted lines.
 *
 * @param enterprises of accepted lines
 */
public record ImportCounts(int accepted, int needsConfirmation, int rejected, int notData, int enterprises, long targetKg, List<OfGrade> byGrade) {

    /** Accepted lines of one grade. */
    public record OfGrade(String grade, int lines, long targetKg) {}

    public ImportCounts {
        byGrade = List.copyOf(byGrade);
    }
}
