package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A workbook as it would be taken in. Nothing enters before a person confirms it.
 *
 * @param periodIsPast the round's whole delivery period lies before today: allowed, but worth a warning above the table
 */
public record Preview(List<SheetPreview> sheets, Totals totals, boolean periodIsPast) {

    /** Lines and mass of one grade, or of all. */
    public record Sum(int lines, long targetKg) {
        Sum plus(DemandLine line) {
            return new Sum(lines + 1, Math.addExact(targetKg, line.targetKg()));
        }
    }

    /** Counts over the sheets that hold demand; masses are of accepted lines only. */
    public record Totals(
            int accepted, int needsConfirmation, int rejected, int notData, int acceptedEnterprises, Sum all,
            Map<String, Sum> byGrade, Map<Reason, Integer> reasons) {}

    public Stream<RowPreview> rows() {
        return sheets.stream().flatMap(sheet -> sheet.rows().stream());
    }

    /** Every accepted line, in the order of the workbook. */
    public List<DemandLine> acceptedLines() {
        List<DemandLine> lines = new ArrayList<>();
        rows().forEach(row -> {
            if (row instanceof RowPreview.Accepted accepted) lines.add(accepted.line());
        });
        return lines;
    }

    /** The preview with one row put in the place of the one that stood there, repetitions told anew. */
    public Preview with(RowPreview changed, Setting setting) {
        Repetitions repetitions = new Repetitions();
        List<SheetPreview> out = new ArrayList<>();
        for (SheetPreview sheet : sheets) {
            List<RowPreview> rows = sheet.rows().stream()
                    .map(row -> row.at().equals(changed.at()) ? changed : Repetitions.forgotten(row))
                    .map(repetitions::told)
                    .toList();
            out.add(new SheetPreview(sheet.name(), sheet.role(), sheet.columns(), rows));
        }
        return of(out, setting);
    }

    static Preview of(List<SheetPreview> sheets, Setting setting) {
        return new Preview(List.copyOf(sheets), totals(sheets), setting.period().to().isBefore(setting.today()));
    }

    private static Totals totals(List<SheetPreview> sheets) {
        int[] counts = new int[RowPreview.Status.values().length];
        Set<String> enterprises = new HashSet<>();
        Map<String, Sum> byGrade = new TreeMap<>();
        Map<Reason, Integer> reasons = new TreeMap<>();
        Sum[] all = {new Sum(0, 0)};
        sheets.stream().filter(s -> s.role() == SheetPreview.Role.DEMAND).flatMap(s -> s.rows().stream()).forEach(row -> {
            counts[row.status().ordinal()]++;
            row.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            if (row instanceof RowPreview.Accepted accepted) {
                DemandLine line = accepted.line();
                enterprises.add(line.enterpriseId());
                all[0] = all[0].plus(line);
                byGrade.put(line.grade(), byGrade.getOrDefault(line.grade(), new Sum(0, 0)).plus(line));
            }
        });
        return new Totals(counts[0], counts[1], counts[2], counts[3], enterprises.size(), all[0], byGrade, reasons);
    }
}
